import type { Case } from '../../../shared/domain/state/entities.ts';
import { resolveCase } from '../outgoing.ts';
import { casesPage, caseView } from '../queries/cases.ts';
import type { Station } from '../station.ts';
import { api, notFound, personOf, settle } from './base.ts';

function requireCase({ reader }: Station, caseId: string): Case {
  const row = reader.get('case', { caseId });
  if (!row) throw notFound('cases.refused.unknown', caseId, {}, 'cases.hint.unknown');
  return row;
}

export const cases = {
  list: api.cases.list.handler(({ context, input }) => casesPage(context.station, input)),
  view: api.cases.view.handler(({ context, input }) => caseView(context.station, requireCase(context.station, input.caseId))),
  resolve: api.cases.resolve.handler(({ context, input }) => {
    const { next } = settle(resolveCase(context.station, personOf(context), input));
    return { ...caseView(context.station, requireCase(context.station, input.caseId)), next };
  }),
};
