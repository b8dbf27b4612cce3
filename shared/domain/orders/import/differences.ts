import type { DocumentLine, OrderDocument } from '../../../contracts/operations.ts';
import { message, type Message } from '../../../messages/say.ts';
import type { Line, Order } from '../../state/entities.ts';

/** So many differences are said one by one: a document that changes thousands of lines is one change, not thousands. */
const SAID_ONE_BY_ONE = 50;

/** What differs between a known order and its next document, in words. Empty: they say the same. */
export function differences(known: Order, knownLines: readonly Line[], next: OrderDocument): readonly Message[] {
  const before = new Map(knownLines.map((line) => [line.line, line]));
  const all = [...headerDifferences(known, next), ...next.lines.flatMap((line) => lineDifferences(before.get(line.line), line))];
  // Rules of the site may have changed meanwhile; that alone makes no new revision of the customer's order.
  const ruledAnew = all.length > 0 && known.flaggedBy === null && known.rush === next.rush && known.hpo !== next.hpo;
  if (ruledAnew) all.unshift(message(next.hpo ? 'orders.change.becameHot' : 'orders.change.stoppedHot'));
  if (all.length <= SAID_ONE_BY_ONE) return all;
  return [...all.slice(0, SAID_ONE_BY_ONE), message('orders.change.more', { count: all.length - SAID_ONE_BY_ONE })];
}

function headerDifferences(known: Order, next: OrderDocument): readonly Message[] {
  const found: Message[] = [];
  if (known.rush !== next.rush) found.push(message(next.rush ? 'orders.change.becameRush' : 'orders.change.stoppedRush'));
  else if (known.orderType !== next.orderType) found.push(message('orders.change.orderType', { from: known.orderType ?? '–', to: next.orderType ?? '–' }));
  if (known.windowStart !== next.windowStart || known.windowEnd !== next.windowEnd) {
    found.push(
      message('orders.change.window', {
        fromStartDay: known.windowStart ?? '', fromEndDay: known.windowEnd ?? '', toStartDay: next.windowStart ?? '', toEndDay: next.windowEnd ?? '',
      }),
    );
  }
  if (known.windowKind !== next.windowKind) found.push(message('orders.change.windowKind', { to: next.windowKind }));
  if (known.shipToId !== next.shipToId) found.push(message('orders.change.shipTo', { from: known.shipToId ?? '–', to: next.shipToId ?? '–' }));
  if (known.freightTerm !== next.freightTerm && next.freightTerm !== null) found.push(message('orders.change.freightTerm', { to: next.freightTerm }));
  if (known.notes.join('\n') !== next.notes.join('\n')) found.push(message('orders.change.notes'));
  return found;
}

function lineDifferences(before: Line | undefined, next: DocumentLine): readonly Message[] {
  const { line, unit } = next;
  if (!before) return [message('orders.change.lineAdded', { line, product: productName(next), to: next.quantity, unit })];
  const product = productName(before);
  const found: Message[] = [];
  if (before.quantity !== next.quantity) {
    found.push(
      next.quantity === 0
        ? message('orders.change.lineRemoved', { line, product, from: before.quantity, unit: before.unit })
        : message('orders.change.quantity', { line, product, from: before.quantity, to: next.quantity, unit }),
    );
  }
  if (before.unit !== next.unit) found.push(message('orders.change.unit', { line, product, unit }));
  else if (unit === 'cases' && next.unitSize !== null && before.unitSize !== next.unitSize) {
    found.push(before.unitSize === null ? message('orders.change.unit', { line, product, unit }) : message('orders.change.unitSize', { line, product, from: before.unitSize, to: next.unitSize }));
  }
  if (next.cost !== null && !sameAmount(before.cost, next.cost)) found.push(message('orders.change.cost', { line, product, from: before.cost ?? '–', to: next.cost }));
  const codes = productCodes.filter((code) => before[code] !== next[code]);
  if (codes.length > 0) found.push(message('orders.change.product', { line, from: codesText(before, codes), to: codesText(next, codes) }));
  if (before.backOrderAllowed !== next.backOrderAllowed) found.push(message('orders.change.backOrder', { line, product, to: next.backOrderAllowed ? 'yes' : 'no' }));
  return found;
}

const productCodes = ['vendorSku', 'asin', 'gtin', 'buyerPart'] as const;
type Codes = Pick<DocumentLine, (typeof productCodes)[number]>;

/** Only the codes that differ: the product's name may be the same code before and after. */
const codesText = (line: Codes, codes: readonly (keyof Codes)[]): string => codes.map((code) => line[code] ?? '–').join(', ');

const productName = (line: Codes): string => line.vendorSku ?? line.asin ?? line.gtin ?? line.buyerPart ?? '–';

/** 10, 10.0 and 10.00 are one price. */
const sameAmount = (left: string | null, right: string): boolean => left !== null && plain(left) === plain(right);
const plain = (amount: string): string => (amount.includes('.') ? amount.replace(/\.?0+$/, '') : amount);
