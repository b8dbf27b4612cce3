import type { CartListPaper, CartListStop } from '../../shared/documents/cart-list.ts';
import { paperCode } from '../../shared/lib/barcode/house-code.ts';
import { hotList, standardList } from './samples.ts';

/* The lists of carts that tests render and that docs/papers shows. */

const share = (place: string, eaches: number, hpo = false): CartListStop['shares'][number] => ({ place, eaches, hpo });

const grinder = { vendorSku: 'CG-2LB-BLK', asin: 'B0CGRND2LB', gtin: '00614141000012', title: 'Ceramic coffee grinder, 2 lb, matte black, with adjustable burr and travel lid' };

const { printedAt } = hotList;

/** Three orders, one of them hot and taken to the front in the middle of the walk. */
export const shortCart: CartListPaper = {
  fileName: 'cart-list-2QW7P0AA-0Z9A',
  revision: '0Z9A',
  barcode: paperCode('cart-list', '2QW7P0AA', printedAt, '0Z9A'),
  picker: 'Maria Lopez',
  printedAt,
  printedBy: 'Maria Lopez',
  reprint: false,
  zone: hotList.zone,
  locale: 'en',
  places: [
    { place: 'A', po: '2QW7P0AA', hpo: false, shipTo: 'MEX1', shipBy: standardList.shipBy, eaches: 138, over: false },
    { place: 'B', po: '5TT1900K', hpo: false, shipTo: 'PHX3', shipBy: hotList.shipBy, eaches: 0, over: true },
    { place: 'C', po: '8X3K2L1M', hpo: true, shipTo: 'PHX3', shipBy: hotList.shipBy, eaches: 505, over: false },
  ],
  stops: [
    { location: 'A-01-02', ...grinder, caseSize: 12, shares: [share('C', 485, true), share('A', 120)] },
    { location: 'B-12-03', vendorSku: 'MUG-12-SET4', asin: 'B0MUGSET04', gtin: '00614141000104', title: 'Stoneware mug 12 oz, set of 4', caseSize: 6, shares: [share('C', 12, true)] },
    { location: 'C-02-01', vendorSku: 'BRUSH-GR', asin: 'B0BRUSHGR1', gtin: null, title: 'Cleaning brush for grinders', caseSize: 1, shares: [share('C', 8, true), share('A', 17)] },
    { location: null, vendorSku: 'FLT-V60-100', asin: 'B0FLTV6010', gtin: '00614141000203', title: 'Paper filters V60, unbleached, 100 pieces', caseSize: 1, shares: [share('A', 1)] },
  ],
};

const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
const BINS = 60;
/** Bins of the hot order in place H come first. */
const HOT_BINS = 9;

const longStops: readonly CartListStop[] = Array.from({ length: BINS }, (_, index) => {
  const caseSize = [1, 6, 12, 24][index % 4] ?? 1;
  const walked = index < HOT_BINS ? index * 5 : index - HOT_BINS;
  const others = LETTERS.slice(0, 7).filter((_letter, place) => (index * 7 + place * 5) % 9 < 3 || index === 4);
  const shares = [...(index < HOT_BINS ? ['H'] : []), ...(others.length === 0 ? ['A'] : others)].map((place, at) => share(place, ((index * 37 + at * 11) % 20 + 1) * caseSize + (at % 3 === 1 && caseSize > 1 ? 2 : 0), place === 'H'));
  return {
    location: `${String.fromCharCode(65 + Math.floor(walked / 12))}-${String(Math.floor((walked % 12) / 3) + 1).padStart(2, '0')}-${String(index % 9 + 1).padStart(2, '0')}`,
    vendorSku: `SKU-${1000 + index}`,
    asin: `B0TEST${1000 + index}`,
    gtin: index % 3 === 0 ? null : `0061414${1000 + index}123`,
    title: `${['Stoneware mug', 'Ceramic coffee grinder', 'Pour-over dripper with a very long name that never seems to end, in the colour of wet slate', 'Serving bowl', 'Paper filters'][index % 5] ?? ''} no. ${index + 1}`,
    caseSize,
    shares,
  };
});

const eachesOf = (place: string): number => longStops.reduce((sum, { shares }) => sum + shares.reduce((own, each) => own + (each.place === place ? each.eaches : 0), 0), 0);

/** A full cart: eight orders, 60 bins, the hot order in the last place. */
export const longCart: CartListPaper = {
  ...shortCart,
  reprint: true,
  places: LETTERS.map((place, index) => ({ place, po: `${index + 1}QW7P0A${place}`, hpo: place === 'H', shipTo: ['MEX1', 'PHX3', 'ONT8', 'FTW1'][index % 4] ?? '', shipBy: index === 5 ? null : (index % 2 === 0 ? standardList : hotList).shipBy, eaches: eachesOf(place), over: false })),
  stops: longStops,
};

export const spanishCart: CartListPaper = {
  ...shortCart,
  locale: 'es',
  reprint: true,
  picker: 'Íñigo Núñez',
  printedBy: 'Íñigo Núñez',
  zone: standardList.zone,
  stops: shortCart.stops.map((stop, index) => ({ ...stop, title: standardList.lines[[0, 2, 3, 4][index] ?? 0]?.title ?? stop.title })),
};
