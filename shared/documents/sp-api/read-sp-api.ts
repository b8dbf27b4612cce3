import type { z } from 'zod';
import type { DocumentProblem, FileReading, IncomingOrder, OrderReading, Place } from '../incoming.ts';
import { visiblePo } from '../po-number.ts';
import { OrderRefused, problem, quoted } from '../problem.ts';
import { isRecord, jsonPath, readJson } from './json.ts';
import { sellerOrderOf, sellerOrderSchema } from './seller-order.ts';
import { vendorOrderOf, vendorOrderSchema, type SpApiOptions } from './vendor-order.ts';

const PAYLOAD_DEPTH_MAX = 3;

interface Located {
  readonly value: unknown;
  readonly place: Place;
}

/**
 * Every order of a JSON text of the SP-API: `getPurchaseOrders`, `getPurchaseOrder` or a Seller Central order, wrapped in `payload` or
 * bare, one or many. Orders stand for themselves: one that can not be read does not take the others with it.
 */
export function readSpApi(text: string, options: SpApiOptions): FileReading {
  const json = readJson(text);
  if (!json.ok) return failed(json.problem);
  const orders = locate({ value: json.value, place: '$' }, 0);
  if ('code' in orders) return failed(orders);
  return { format: 'sp-api', orders: orders.map((each) => readOne(each, options)), problem: null };
}

const failed = (found: DocumentProblem): FileReading => ({ format: 'sp-api', orders: [], problem: found });

function locate({ value, place }: Located, depth: number): readonly Located[] | DocumentProblem {
  if (Array.isArray(value)) return many(value, place);
  if (!isRecord(value)) return problem('documents.json.no-orders', place, { found: quoted(JSON.stringify(value)) });
  if (isOrder(value)) return [{ value, place }];
  for (const list of ['orders', 'Orders'] as const) {
    const found = value[list];
    if (Array.isArray(found)) return many(found, jsonPath(place, [list]));
  }
  if (value['payload'] !== undefined && value['payload'] !== null && depth < PAYLOAD_DEPTH_MAX) {
    return locate({ value: value['payload'], place: jsonPath(place, ['payload']) }, depth + 1);
  }
  const errors = value['errors'];
  const error: unknown = Array.isArray(errors) ? errors[0] : undefined;
  if (isRecord(error)) {
    const said = [error['code'], error['message']].filter((each) => typeof each === 'string').join(': ');
    return problem('documents.json.api-error', jsonPath(place, ['errors', 0]), { said: quoted(said) });
  }
  return problem('documents.json.no-orders', place, { found: quoted(Object.keys(value).join(', ')) || '{}' });
}

function many(values: readonly unknown[], place: Place): readonly Located[] | DocumentProblem {
  if (values.length === 0) return problem('documents.json.empty', place);
  return values.flatMap((value, index): readonly Located[] => {
    const at = jsonPath(place, [index]);
    // A list of answers, each with its order in `payload`.
    const payload = isRecord(value) && !isOrder(value) ? value['payload'] : undefined;
    return [isRecord(payload) && isOrder(payload) ? { value: payload, place: jsonPath(at, ['payload']) } : { value, place: at }];
  });
}

const isOrder = (value: Readonly<Record<string, unknown>>): boolean =>
  'purchaseOrderNumber' in value || 'AmazonOrderId' in value || 'orderDetails' in value;

function readOne({ value, place }: Located, options: SpApiOptions): OrderReading {
  if (!isRecord(value)) return { ok: false, format: 'sp-api', po: null, problem: problem('documents.json.not-an-order', place, { found: quoted(JSON.stringify(value)) }) };
  const po = poOf(value);
  try {
    return { ok: true, format: 'sp-api', order: orderOf(value, place, options) };
  } catch (error) {
    if (!(error instanceof OrderRefused)) throw error;
    return { ok: false, format: 'sp-api', po, problem: error.problem };
  }
}

function orderOf(value: Readonly<Record<string, unknown>>, place: Place, options: SpApiOptions): IncomingOrder {
  if ('AmazonOrderId' in value) return sellerOrderOf(checked(sellerOrderSchema, value, place), place, options);
  return vendorOrderOf(checked(vendorOrderSchema, value, place), place, options);
}

/** @throws OrderRefused for the first field that is missing or of another type. */
function checked<Schema extends z.ZodType>(schema: Schema, value: unknown, place: Place): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const path = result.error.issues[0]?.path ?? [];
  const found = path.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), value);
  const field = String(path.at(-1) ?? place);
  const missing = found === undefined || found === null;
  throw new OrderRefused(
    missing
      ? problem('documents.json.missing', jsonPath(place, path), { field })
      : problem('documents.json.wrong-type', jsonPath(place, path), { field, found: quoted(JSON.stringify(found)) }),
  );
}

function poOf(value: Readonly<Record<string, unknown>>): string | null {
  const po = value['purchaseOrderNumber'] ?? value['AmazonOrderId'];
  return typeof po === 'string' && visiblePo(po) !== '' ? quoted(visiblePo(po)) : null;
}
