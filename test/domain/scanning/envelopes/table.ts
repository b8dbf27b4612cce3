import type { Gives } from './envelope.ts';
import type { ScanName } from './scans.ts';
import type { SceneName } from './scenes.ts';

/** By scene what each scan gives there. */
export type Table = Partial<Readonly<Record<SceneName, Partial<Readonly<Record<ScanName, Gives>>>>>>;
