import { metricsOf } from '../queries/metrics.ts';
import { api } from './base.ts';

export const metrics = {
  view: api.metrics.view.handler(({ context, input }) => metricsOf(context.station, input.from, input.to)),
};
