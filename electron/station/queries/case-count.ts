import type { Reader } from '../../../shared/domain/state/world.ts';
import type { PoNumber } from '../../../shared/lib/ids.ts';
import type { Store } from '../../store/store.ts';

/** Counted without reading them: it is part of every status. */
export const openCaseCount = ({ database }: Store): number => Number(database.prepare("SELECT count(*) FROM site_case WHERE state = 'open'").pluck().get());

export const openCasesOf = ({ reader }: { readonly reader: Reader }, po: PoNumber): number => reader.find('case', { po }).filter(({ state }) => state === 'open').length;
