import { queuePage } from '../queries/queue.ts';
import { api, signedIn } from './base.ts';

export const queue = {
  page: api.queue.page.handler(({ context, input }) => queuePage(context.station, input, signedIn(context)?.staffId ?? null)),
};
