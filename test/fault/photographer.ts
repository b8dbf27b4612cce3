import { createHash, randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openStore } from '../../electron/store/health.ts';
import type { Context } from '../../shared/domain/decision.ts';
import { decideKeepPhoto } from '../../shared/domain/evidence/decide.ts';
import { staffId } from '../../shared/lib/ids.ts';
import { readJpeg } from '../../shared/lib/photo/jpeg.ts';
import { instant } from '../../shared/lib/time.ts';
import { anotherPhoto } from '../support/photos.ts';

/* Somebody who never stops photographing one pallet, in a process of its own, until it is killed; each photo kept is said on standard output. */
const [, , file = '', backups = '', sscc = '', from = '0'] = process.argv;
const { store } = openStore({ file, backups, now: instant(Date.now()), newIdentity: () => ({ site: 'site', station: 'dock1', incarnation: 1, demo: false }) });

for (let number = Number(from); ; number += 1) {
  const bytes = anotherPhoto(number);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const context: Context = { now: instant(Date.now()), actor: { staffId: staffId('ana'), name: 'Ana', role: 'picker' }, station: 'dock1', newId: () => randomUUID() };
  const outcome = store.decide(context, (reader) => decideKeepPhoto(reader, { sscc, sha256, bytes: bytes.length, reading: readJpeg(bytes), via: 'camera' }, context), { blobs: [bytes] });
  writeSync(1, `${outcome.ok ? 'kept' : outcome.refusal.code} ${sha256}\n`);
}
