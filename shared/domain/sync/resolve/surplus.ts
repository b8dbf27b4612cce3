import type { OperationDraft } from '../../../contracts/operations.ts';
import type { Location } from '../../../lib/ids.ts';
import { message } from '../../../messages/say.ts';
import { decided, refuse } from '../../decision.ts';
import { unpackings } from '../../handling-units/decide.ts';
import { unitName } from '../../handling-units/names.ts';
import { firstOf, loosePartsOf } from '../../handling-units/traces.ts';
import { binsOf } from '../../picking/bins.ts';
import type { Case, CaseLine, Content, Line, PackedCarton } from '../../state/entities.ts';
import { isFinal } from '../../state/totals.ts';
import type { Reader } from '../../state/world.ts';
import { asItStands, doing, type Remedy } from './remedy.ts';

/** Picked or packed beyond what the order wants: back on the shelf, or kept knowingly. */
export function surplusRemedies(reader: Reader, found: Case): readonly Remedy[] {
  const returns = returnsOf(reader, found);
  const eaches = returns.reduce((sum, { back }) => sum + back, 0);
  const po = found.po ?? '';
  if (eaches === 0) return [asItStands('noted', message('cases.do.nothingLeft', { po }))];
  const keep = asItStands('keep-both', message('cases.do.keepSurplus', { eaches, po }));
  const place = placeFor(reader, found, returns[0]?.line);
  const putBack: Remedy = {
    decision: 'put-back',
    consequence: place === null ? message('cases.do.putBackSomewhere', { eaches, po }) : message('cases.do.putBack', { eaches, location: place }),
    carryOut: () => {
      const operations: OperationDraft[] = [];
      for (const each of returns) {
        const { line, back } = each;
        const location = placeFor(reader, found, line);
        if (line.sku === null || location === null) return refuse('cases.refused.noBin', `PO ${line.po} line ${line.line}`, { sku: line.sku ?? '' }, 'cases.hint.noBin');
        const loose = Math.max(0, line.picked - line.packed);
        operations.push(...unpacking(reader, line, Math.max(0, back - loose)), { kind: 'pick.returned', body: { po: line.po, line: line.line, sku: line.sku, location, eaches: back } });
      }
      return decided(operations, { next: message('cases.next.putBack', { eaches, location: place ?? '' }) });
    },
  };
  return [putBack, keep];
}

/** Goods in the books of a bin that another station had packed: they are one or the other. Nothing to do where somebody has set it right. */
export function putBackPackedRemedies(reader: Reader, { po, line: name, location, units }: Case): readonly Remedy[] {
  const line = po === null || name === null ? undefined : reader.get('line', { po, line: name });
  if (!line || line.sku === null || location === null) return [];
  const eaches = Math.min(units, Math.max(0, line.packed - line.picked), reader.get('bin', { sku: line.sku, location })?.boxed ?? 0);
  if (eaches === 0) return [];
  const picked: OperationDraft = { kind: 'pick.confirmed', body: { po: line.po, line: line.line, sku: line.sku, location, eaches, code: '', keyed: true } };
  return [
    doing('keep-first', message('cases.do.arePacked', { eaches, po: line.po, location }), [picked]),
    doing('keep-second', message('cases.do.areBack', { eaches, po: line.po, location }), unpacking(reader, line, eaches)),
  ];
}

interface Return {
  readonly line: Line;
  readonly back: number;
}

/** What of the case is still beyond the order and has not left: others may have put some back meanwhile. */
function returnsOf(reader: Reader, { detail, units }: Case): readonly Return[] {
  let left = units;
  return detail.lines.flatMap(({ po, line: name }: CaseLine): Return[] => {
    const line = reader.get('line', { po, line: name });
    const order = reader.get('order', { po });
    if (!line || !order) return [];
    const wanted = isFinal(order.state) && order.state !== 'rejected' ? line.shipped : Math.max(line.accepted, line.shipped);
    const back = Math.min(left, Math.max(0, line.picked - wanted), line.picked - line.shipped);
    left -= Math.max(0, back);
    return back > 0 ? [{ line, back }] : [];
  });
}

/** The bin of the case, else the product's home or fullest place. */
function placeFor(reader: Reader, { location }: Case, line: Line | undefined): Location | null {
  if (location !== null) return location;
  const sku = line?.sku ?? null;
  return sku === null ? null : (binsOf(reader, sku)[0]?.location ?? null);
}

/** Takes eaches of a line off the pallets that are still here: from loose ones first, then from labelled cartons. */
function unpacking(reader: Reader, { po, line }: Pick<Line, 'po' | 'line'>, eaches: number): OperationDraft[] {
  const operations: OperationDraft[] = [];
  let left = eaches;
  const here = reader.find('content', { po, line }).filter(({ sscc }) => reader.get('unit', { sscc })?.state !== 'departed');
  for (const content of here.reverse()) {
    if (left === 0) break;
    const off = Math.min(left, content.eaches);
    left -= off;
    operations.push(...takingOff(reader, content, off));
  }
  return operations;
}

/** Labelled cartons go as a whole as far as they fit, so that their labels stay true; the rest is loose. */
export function takingOff(reader: Reader, content: Content, eaches: number): OperationDraft[] {
  const operations: OperationDraft[] = [];
  const labelled = reader.find('carton', { sscc: content.sscc }).filter((carton) => carton.po === content.po && carton.line === content.line);
  const loose = content.eaches - labelled.reduce((sum, carton) => sum + carton.eaches, 0);
  let left = eaches - Math.min(eaches, Math.max(0, loose));
  for (const carton of labelled) {
    if (left === 0) break;
    const off = Math.min(left, carton.eaches);
    left -= off;
    operations.push(cartonOff(content, carton, off));
  }
  const plain = Math.min(eaches, Math.max(0, loose));
  const looseCartons = content.cartons - labelled.length;
  if (plain > 0) operations.push(...unpackings(content, firstOf(loosePartsOf(reader, content), plain), loose === 0 ? 0 : Math.ceil((looseCartons * plain) / loose)));
  return operations;
}

function cartonOff({ sscc, po, line, sku }: Content, { carton, trace }: PackedCarton, eaches: number): OperationDraft {
  return { kind: 'unit.unpacked', body: { sscc, po, line, sku, eaches, cartons: 1, carton, code: '', ...(trace === null ? {} : { trace }) } };
}

/** Words for a pallet in a remedy. */
export const palletName = (reader: Reader, sscc: string | null): string => (sscc === null ? '' : unitName(reader, sscc));
