import type { StationStatus } from '../../../shared/contracts/views.ts';
import { freeBytes } from '../free-bytes.ts';
import { unseenRefused } from '../refused-files.ts';
import type { Station } from '../station.ts';

const WARN_BELOW = 2 * 1024 ** 3;
const STOP_BELOW = 200 * 1024 ** 2;

export function stationStatus(station: Station): StationStatus {
  const { settings, store } = station;
  return {
    siteName: settings.siteName,
    stationName: settings.stationName,
    configured: settings.configured,
    demo: store.identity.demo,
    settings,
    now: station.now(),
    version: station.version,
    hot: station.queue.hot,
    nearest: station.queue.nearestHot(),
    saved: store.journalLength(),
    sync: station.sync.view(),
    lastSavedAt: station.lastSavedAt,
    printing: station.printing.counts(),
    disk: diskState(station.folder.root),
    lastBackupAt: station.lastBackupAt,
    refusedFiles: unseenRefused(store),
    notices: station.notices,
    folderFaults: station.folders.told,
  };
}

/** Free space where the store lives: below 2 GB people are warned, below 200 MB nothing more is taken. */
export function diskState(folder: string): StationStatus['disk'] {
  const free = freeBytes(folder);
  return { freeBytes: free, level: free < STOP_BELOW ? 'full' : free < WARN_BELOW ? 'low' : 'ok' };
}
