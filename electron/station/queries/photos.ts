import type { PhotosView, PhotoView } from '../../../shared/contracts/views.ts';
import type { Photo } from '../../../shared/domain/state/entities.ts';
import type { Station } from '../station.ts';
import { personRef, stationName } from './people.ts';

/** The photos of a pallet or carton, the oldest first. */
export function photosView(station: Station, sscc: string, already = false): PhotosView {
  const photos = station.reader.find('photo', { sscc }).sort((left, right) => left.takenAt - right.takenAt);
  return { photos: photos.map((photo) => photoView(station, photo)), already };
}

function photoView(station: Station, { sscc, sha256, bytes, width, height, via, takenAt, takenBy, station: by }: Photo): PhotoView {
  const { store, sync, reader } = station;
  const here = store.hasBlob(sha256);
  return { sscc, sha256, bytes, width, height, via, at: takenAt, person: personRef(reader, takenBy), station: stationName(station, by), here, waiting: here && sync.pairing !== null && !store.sync.photos.isAtCentral(sha256) };
}
