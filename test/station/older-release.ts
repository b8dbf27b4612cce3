import { operationBodies } from '../../shared/contracts/operations.ts';

/*
 * Loaded before a station's program, it makes of it the release two before: before orders could be pinned, and before stock could be set. An
 * operation of these kinds is one that it never heard of.
 */
for (const kind of ['order.pinned', 'stock.set'] as const) Reflect.deleteProperty(operationBodies, kind);
