import { decideKeepPhoto } from '../../../shared/domain/evidence/decide.ts';
import { unitName } from '../../../shared/domain/handling-units/names.ts';
import { LARGEST_PHOTO } from '../../../shared/lib/photo/limits.ts';
import { readJpeg, type JpegReading } from '../../../shared/lib/photo/jpeg.ts';
import { SECOND } from '../../../shared/lib/time.ts';
import { sha256Of } from '../../store/store.ts';
import { photosKept, photosView } from '../queries/photos.ts';
import { api, notFound, personOf, settle } from './base.ts';

/** A person waits for it. */
const FETCH_LIMIT = 20 * SECOND;

/** What is too large is refused for that and need not be read. */
const reading = (bytes: Uint8Array): JpegReading => (bytes.length > LARGEST_PHOTO ? { ok: false, why: 'cut-short' } : readJpeg(bytes));

export const evidence = {
  list: api.evidence.list.handler(({ context, input }) => photosView(context.station, input.sscc)),
  kept: api.evidence.kept.handler(({ context }) => photosKept(context.station)),
  /** The bytes and the operation that names them are one transaction: there is never one without the other. */
  keep: api.evidence.keep.handler(({ context, input: { sscc, base64, via } }) => {
    const { station } = context;
    const bytes = Buffer.from(base64, 'base64');
    const photo = { sscc, sha256: sha256Of(bytes), bytes: bytes.length, reading: reading(bytes), via };
    const { already } = settle(station.decide(personOf(context), (reader, decision) => decideKeepPhoto(reader, photo, decision), { blobs: [bytes] }));
    return photosView(station, sscc, already);
  }),
  photo: api.evidence.photo.handler(async ({ context, input: { sscc, sha256 } }) => {
    const { reader, store, sync } = context.station;
    const where = unitName(reader, sscc);
    if (!reader.get('photo', { sscc, sha256 })) throw notFound('evidence.refused.unknown', where, { unit: where });
    const bytes = store.blob(sha256) ?? (await sync.photo(sha256, AbortSignal.timeout(FETCH_LIMIT)));
    if (!bytes) throw notFound('evidence.refused.notHere', where, {}, 'evidence.hint.later');
    return { fileName: `${sscc}-${sha256.slice(0, 8)}.jpg`, mediaType: 'image/jpeg', base64: Buffer.from(bytes).toString('base64') };
  }),
};
