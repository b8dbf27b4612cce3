import type { TaskKind } from '../../state/entities.ts';
import type { Group } from '../machine.ts';
import { cart } from './cart.ts';
import { count } from './count.ts';
import { load } from './load.ts';
import { lookup } from './lookup.ts';
import { move } from './move.ts';
import { pack } from './pack.ts';
import { pick } from './pick.ts';
import { receive } from './receive.ts';

/** Every scenario. Its groups are asked in their order which of them a scan meets. */
export const scenarios: Readonly<Record<TaskKind, readonly Group[]>> = { pick: [...cart, ...pick], pack, load, count, receive, lookup, move };
