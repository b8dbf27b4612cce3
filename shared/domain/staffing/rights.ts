import type { Context, Refusal } from '../decision.ts';
import { refuse } from '../decision.ts';
import type { Role } from '../state/entities.ts';

const everybody: readonly Role[] = ['picker', 'shipping', 'supervisor'];
const desk: readonly Role[] = ['shipping', 'supervisor'];
const supervisor: readonly Role[] = ['supervisor'];

/** Who may do what. The station decides by this table and its own staff rows; a screen only hides what it would refuse. */
export const rights = {
  pick: everybody,
  pack: everybody,
  load: everybody,
  count: everybody,
  receive: everybody,
  lookup: everybody,
  move: everybody,
  label: everybody,
  photo: everybody,
  acknowledge: desk,
  documents: desk,
  routing: desk,
  depart: desk,
  print: desk,
  import: desk,
  products: desk,
  review: desk,
  override: supervisor,
  flag: supervisor,
  pin: supervisor,
  cancel: supervisor,
  assign: supervisor,
  staff: supervisor,
  settings: supervisor,
  policy: supervisor,
  stock: supervisor,
  cases: supervisor,
  claims: supervisor,
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Act = keyof typeof rights;

export const mayDo = (role: Role, act: Act): boolean => rights[act].some((allowed) => allowed === role);

export type Refused = { readonly ok: false; readonly refusal: Refusal };

/** The refusal for somebody who may not do this, or undefined when they may. `where` names what they wanted to act on. */
export function requireRight(context: Context, act: Act, where: string): Refused | undefined {
  if (mayDo(context.actor.role, act)) return undefined;
  const hint = mayDo('shipping', act) ? 'staff.hint.askDesk' : 'staff.hint.askSupervisor';
  return refuse('staff.refused.notAllowed', where, { name: context.actor.name, role: context.actor.role, act }, hint);
}
