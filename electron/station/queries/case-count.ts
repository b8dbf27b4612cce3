import type { Store } from '../../store/store.ts';

/** Counted without reading them: it is part of every status. */
export const openCaseCount = ({ statements }: Store): number => statements.values<[], number>("SELECT count(*) FROM site_case WHERE state = 'open'").get() ?? 0;

/** Of every order that has any, in one question: for a page of orders. */
export const openCasesByOrder = ({ statements }: Store): ReadonlyMap<string, number> =>
  new Map(
    statements
      .rows<[], { po: string; cases: number }>("SELECT po, count(*) AS cases FROM site_case WHERE state = 'open' AND po IS NOT NULL GROUP BY po")
      .all()
      .map(({ po, cases }) => [po, cases]),
  );
