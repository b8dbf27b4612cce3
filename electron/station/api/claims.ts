import { decideReleaseClaim } from '../../../shared/domain/sync/claims.ts';
import { claimViews } from '../queries/claims.ts';
import { act, api } from './base.ts';

export const claims = {
  list: api.claims.list.handler(({ context }) => claimViews(context.station)),
  release: api.claims.release.handler(({ context, input }) => {
    act(context, (reader, decision) => decideReleaseClaim(reader, input, decision));
    return claimViews(context.station);
  }),
};
