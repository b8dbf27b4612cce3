import type { PhotosKept, PhotosView, PhotoView } from '../../../shared/contracts/views.ts';
import type { Photo } from '../../../shared/domain/state/entities.ts';
import type { Instant } from '../../../shared/lib/time.ts';
import type { Station } from '../station.ts';
import { personRef, stationName } from './people.ts';

/** The photos of a pallet or carton, the oldest first. */
export function photosView(station: Station, sscc: string, already = false): PhotosView {
  const photos = station.reader.find('photo', { sscc }).sort((left, right) => left.takenAt - right.takenAt);
  return { photos: photos.map((photo) => photoView(station, photo)), already };
}

export function photosKept({ store }: Station): PhotosKept {
  const row = store.statements.rows<[], { photos: number; bytes: number; oldest: number | null }>('SELECT count(*) AS photos, coalesce(sum(bytes), 0) AS bytes, min(taken_at) AS oldest FROM photo').get();
  return { photos: row?.photos ?? 0, bytes: row?.bytes ?? 0, oldestAt: (row?.oldest ?? null) as Instant | null };
}

function photoView(station: Station, { sscc, sha256, bytes, width, height, via, takenAt, takenBy, station: by }: Photo): PhotoView {
  const { store, sync, reader } = station;
  const here = store.hasBlob(sha256);
  return { sscc, sha256, bytes, width, height, via, at: takenAt, person: personRef(reader, takenBy), station: stationName(station, by), here, waiting: here && sync.pairing !== null && !store.sync.photos.isAtCentral(sha256) };
}
