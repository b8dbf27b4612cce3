import type { Folds } from '../folds.ts';

export const evidenceFolds: Folds<'evidence.photographed'> = {
  /** The same photo again, as from two stations that had not heard of each other: the first word of it holds. */
  'evidence.photographed': (world, { sscc, po, sha256, bytes, width, height, via }, { actor, occurredAt, station }) => {
    if (world.get('photo', { sscc, sha256 })) return;
    world.put('photo', { sscc, sha256, po, bytes, width, height, via, takenAt: occurredAt, takenBy: actor, station });
  },
};
