import { v7 } from 'uuid';
import { api } from './base.ts';
import { requireSupervisor } from './require-supervisor.ts';

export const devices = {
  view: api.devices.view.handler(({ context }) => context.station.devices.view()),
  ports: api.devices.ports.handler(({ context }) => context.station.devices.ports()),
  putScanner: api.devices.putScanner.handler(async ({ context, input }) => {
    requireSupervisor(context, input.name);
    await context.station.devices.putScanner({ ...input, id: input.id ?? v7() });
    return context.station.devices.view();
  }),
  removeScanner: api.devices.removeScanner.handler(async ({ context, input: { id } }) => {
    requireSupervisor(context, id);
    await context.station.devices.removeScanner(id);
    return context.station.devices.view();
  }),
  putScale: api.devices.putScale.handler(async ({ context, input: { scale } }) => {
    requireSupervisor(context, scale?.path ?? '');
    await context.station.devices.putScale(scale);
    return context.station.devices.view();
  }),
  weights: api.devices.weights.handler(({ context, signal }) => context.station.devices.weights(signal)),
  scans: api.devices.scans.handler(({ context, input: { window, after }, signal }) => context.station.devices.feed.read(window, after, signal)),
  front: api.devices.front.handler(({ context, input: { window } }) => {
    context.station.devices.feed.front(window);
    return {};
  }),
};
