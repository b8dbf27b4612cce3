import { canonicalJson } from '../../lib/canonical-json.ts';

const LENGTH = 4;

/**
 * Four letters and digits that follow from what a paper says: the same content has the same mark at every station, another content
 * nearly always another one (1 in 1.7 million has the same by chance). It is the paper's revision.
 */
export function markOf(facts: unknown): string {
  let hash = 0x811c_9dc5;
  // FNV-1a, 32 bit (http://www.isthe.com/chongo/tech/comp/fnv): quick, and no secret has to be kept.
  for (const unit of canonicalJson(facts)) {
    const point = unit.codePointAt(0) ?? 0;
    for (let rest = point; ; rest >>>= 8) {
      hash = Math.imul(hash ^ (rest & 0xff), 0x0100_0193);
      if (rest < 0x100) break;
    }
  }
  return ((hash >>> 0) % 36 ** LENGTH).toString(36).toUpperCase().padStart(LENGTH, '0');
}
