import type { Reader } from '../../../shared/domain/state/world.ts';
import type { PoNumber } from '../../../shared/lib/ids.ts';
import type { Store } from '../../store/store.ts';

/** Counted without reading them: it is part of every status. */
export const openCaseCount = ({ database }: Store): number => Number(database.prepare("SELECT count(*) FROM site_case WHERE state = 'open'").pluck().get());

/** Of every order that has any, in one question: for a page of orders. */
export const openCasesByOrder = ({ database }: Store): ReadonlyMap<string, number> =>
  new Map(database.prepare<[], [string, number]>("SELECT po, count(*) FROM site_case WHERE state = 'open' AND po IS NOT NULL GROUP BY po").raw().all());

export const openCasesOf = ({ reader }: { readonly reader: Reader }, po: PoNumber): number => reader.find('case', { po }).filter(({ state }) => state === 'open').length;
