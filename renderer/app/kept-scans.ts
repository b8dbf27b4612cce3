import { z } from 'zod';
import type { Actor } from '../../shared/domain/decision.ts';
import { staffId } from '../../shared/lib/ids.ts';
import { instant, type Instant } from '../../shared/lib/time.ts';

/** A scan that the station has not answered yet. */
export interface KeptScan {
  readonly scanId: string;
  readonly code: string;
  readonly quantity: number | null;
  readonly device: string | null;
  /** Null: whoever is signed in when its turn comes. */
  readonly by: Actor | null;
  readonly at: Instant;
}

/** Where scans wait that outlive the page: a reload or a browser that dies loses none. */
export interface KeptScans {
  /** In the order of the hand. */
  readonly all: () => readonly KeptScan[];
  readonly keep: (scan: KeptScan) => void;
  readonly forget: (scanId: string) => void;
}

/** Each scan has an entry of its own: several windows share the storage, and none must write over what another keeps. */
const PREFIX = 'hotdock.scan.';
const entry = z.object({
  scanId: z.string(),
  code: z.string(),
  quantity: z.number().nullable(),
  device: z.string().nullable(),
  by: z.object({ staffId: z.string().transform(staffId), name: z.string(), role: z.enum(['picker', 'shipping', 'supervisor']) }).nullable(),
  at: z.int().transform(instant),
  /** Scans of one millisecond keep their order. */
  turn: z.int(),
});

/** In the browser's storage. Where it is barred or full, scans wait in the page's memory only. */
export function keptScansIn(storage: () => Storage): KeptScans {
  let turn = 0;
  const read = (key: string): z.infer<typeof entry> | undefined => {
    try {
      return key.startsWith(PREFIX) ? entry.safeParse(JSON.parse(storage().getItem(key) ?? 'null')).data : undefined;
    } catch {
      return undefined;
    }
  };
  const keys = (): readonly string[] => {
    try {
      const at = storage();
      return Array.from({ length: at.length }, (_, index) => at.key(index) ?? '');
    } catch {
      return [];
    }
  };
  const quietly = (act: () => void): void => {
    try {
      act();
    } catch {
      // The page's own memory still has it.
    }
  };
  return {
    all: () => keys().flatMap((key) => read(key) ?? []).sort((one, other) => one.at - other.at || one.turn - other.turn),
    keep: ({ scanId, code, quantity, device, by, at }) => {
      turn += 1;
      quietly(() => storage().setItem(`${PREFIX}${scanId}`, JSON.stringify({ scanId, code, quantity, device, by, at, turn })));
    },
    forget: (scanId) => quietly(() => storage().removeItem(`${PREFIX}${scanId}`)),
  };
}
