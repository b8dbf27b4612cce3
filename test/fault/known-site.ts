import { counted } from '../store/sync/counted.ts';
import { ModelCentral } from '../store/sync/model.ts';
import { SEED } from '../store/sync/seed.ts';

export const JOINING = { site: 'site', station: 'dock9', incarnation: 1, stationNumber: 9, epoch: 'epoch-1' };

/** The same site in every process: its copy at one place of its order, and the order after it. */
export function knownSite(): { readonly central: ModelCentral; readonly copy: ReturnType<ModelCentral['snapshot']> } {
  const central = new ModelCentral();
  for (const each of SEED) central.foreign('central', each, 0);
  for (let each = 0; each < 60; each += 1) central.foreign('dock2', counted(each, `B-${each}`), central.head);
  const copy = central.snapshot(4);
  for (let each = 0; each < 120; each += 1) central.foreign('dock2', counted(each, `W-${each % 4}`), central.head);
  return { central, copy };
}
