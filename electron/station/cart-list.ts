import type { CartListPaper } from '../../shared/documents/cart-list.ts';
import { cartListOf, walkWith } from '../../shared/domain/papers/cart-list.ts';
import { markOf } from '../../shared/domain/papers/mark.ts';
import { carriedBy } from '../../shared/domain/picking/cart.ts';
import { cartStops, type CartStop } from '../../shared/domain/picking/cart-stops.ts';
import { notWorkable } from '../../shared/domain/picking/workable.ts';
import { paperCode } from '../../shared/lib/barcode/house-code.ts';
import type { PoNumber } from '../../shared/lib/ids.ts';
import { plainName } from '../documents/plain-name.ts';
import { notFound } from './api/base.ts';
import { personRef } from './queries/people.ts';
import { shipToName } from './queries/queue-row.ts';
import type { PaperPrint } from './sheet-words.ts';
import type { Station } from './station.ts';

/** The pick list of the cart that has the order in place A. Throws RefusedError when no cart has. */
export function cartListPaper(station: Station, po: PoNumber, { by, reprint }: PaperPrint): CartListPaper {
  const { reader, settings } = station;
  const walk = walkWith(reader, po);
  const facts = cartListOf(reader, po);
  if (!walk || !facts) throw notFound('cartList.none', `PO ${po}`, { po }, 'cartList.hint');
  const stops = cartStops(reader, walk);
  const mark = markOf(facts);
  const printedAt = station.now();
  return {
    fileName: `cart-list-${plainName(po)}-${mark}`,
    revision: mark,
    barcode: paperCode('cart-list', po, printedAt, mark),
    picker: personRef(reader, walk.staffId).name,
    printedAt,
    printedBy: by,
    reprint,
    zone: settings.zone,
    locale: settings.locale,
    places: carriedBy(reader, walk).map(({ order, place }) => ({
      place: place ?? '', po: order.po, hpo: order.hpo, shipTo: shipToName(settings, order) ?? '', shipBy: order.shipBy,
      eaches: eachesFor(stops, order.po), over: notWorkable(order) !== undefined,
    })),
    stops: stops.map(({ location, sku, title, caseSize, shares }) => {
      const product = reader.get('product', { sku });
      return {
        location, title, caseSize, vendorSku: sku, asin: product?.asin ?? null, gtin: product?.gtinEach ?? product?.gtinCase ?? null,
        shares: shares.map(({ carried, eaches }) => ({ place: carried.place ?? '', hpo: carried.order.hpo, eaches })),
      };
    }),
  };
}

const eachesFor = (stops: readonly CartStop[], po: PoNumber): number =>
  stops.reduce((sum, { shares }) => sum + shares.reduce((own, { carried, eaches }) => own + (carried.order.po === po ? eaches : 0), 0), 0);
