import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { code128, moduleCount, QUIET, ssccBars } from '../../electron/printing/bars.ts';
import { POINTS_PER_MM } from '../../electron/printing/points.ts';
import { CAP_HEIGHT } from '../../electron/printing/fonts.ts';
import { textWidth } from '../../electron/printing/ink.ts';
import { LABEL_HEIGHT, LABEL_NARROW, LABEL_WIDTH, labelLayout, type LabelElement } from '../../electron/printing/label-layout.ts';
import type { Rectangle } from '../../electron/printing/stripes.ts';
import type { LogisticsLabel } from '../../shared/documents/papers.ts';
import { anyLabel } from './label-data.ts';
import { cartonLabel, manyPosLabel, palletLabel } from './samples.ts';

/** What an element covers, bar codes with their quiet zones. */
function area(element: LabelElement): Rectangle {
  switch (element.kind) {
    case 'text': {
      const size = (element.cap / CAP_HEIGHT) * POINTS_PER_MM;
      const width = textWidth(element.text, { weight: element.weight, code: element.code, narrow: LABEL_NARROW, size }) / POINTS_PER_MM;
      return { x: element.x, y: element.baseline - element.cap, width, height: element.cap };
    }
    case 'sscc':
    case 'code128': {
      const modules = moduleCount(element.kind === 'sscc' ? ssccBars(element.sscc) : code128(element.text));
      return { x: element.x - QUIET * element.module, y: element.y, width: (modules + 2 * QUIET) * element.module, height: element.height };
    }
    default:
      return element;
  }
}

const SLACK = 0.05;
const apart = (a: Rectangle, b: Rectangle): boolean =>
  a.x + a.width <= b.x + SLACK || b.x + b.width <= a.x + SLACK || a.y + a.height <= b.y + SLACK || b.y + b.height <= a.y + SLACK;

function checkLayout(label: LogisticsLabel): void {
  const elements = labelLayout(label);
  const areas = elements.map(area);
  for (const { x, y, width, height } of areas) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(y).toBeGreaterThanOrEqual(3);
    expect(x + width).toBeLessThanOrEqual(LABEL_WIDTH - 2);
    expect(y + height).toBeLessThanOrEqual(LABEL_HEIGHT - 3);
  }
  // A frame surrounds what it marks; everything else keeps clear of everything else.
  const solid = elements.flatMap((element, index) => (element.kind === 'frame' ? [] : [{ element, rectangle: areas[index] }]));
  solid.forEach(({ element, rectangle }, index) => {
    for (const other of solid.slice(index + 1)) {
      // Rules meet each other.
      if (element.kind === 'fill' && other.element.kind === 'fill') continue;
      if (rectangle && other.rectangle && !apart(rectangle, other.rectangle)) expect.fail(`${JSON.stringify(element)} overlaps ${JSON.stringify(other.element)}`);
    }
  });
}

describe('the label layout', () => {
  it.each([['pallet', palletLabel], ['carton', cartonLabel], ['many orders', manyPosLabel]] as const)('%s: on the label, nothing over anything', (_, label) => checkLayout(label));

  it('whatever the texts: on the label, nothing over anything, nothing lower than 3 mm', () => {
    fc.assert(
      fc.property(anyLabel, (label) => {
        checkLayout(label);
        for (const element of labelLayout(label)) if (element.kind === 'text') expect(element.cap).toBeGreaterThanOrEqual(3);
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('whatever the texts: the SSCC is the lowest bar code, 32 mm high or more, its narrowest bar 0.495 mm or more', () => {
    fc.assert(
      fc.property(anyLabel, (label) => {
        const codes = labelLayout(label).flatMap((element) => (element.kind === 'sscc' || element.kind === 'code128' ? [element] : []));
        const lowest = codes.toSorted((left, right) => right.y - left.y)[0];
        expect(lowest).toMatchObject({ kind: 'sscc', sscc: label.sscc });
        expect(lowest?.height).toBeGreaterThanOrEqual(32);
        expect(lowest?.module).toBeGreaterThanOrEqual(0.495);
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it('refuses an SSCC with a wrong check digit', () => {
    expect(() => labelLayout({ ...palletLabel, sscc: '006141411234567891' })).toThrow(RangeError);
    expect(() => labelLayout({ ...palletLabel, sscc: '0061414112345678' })).toThrow(RangeError);
  });

  it('shows no bar code of one order when there are several, and says how many are not named', () => {
    const elements = labelLayout(manyPosLabel);
    expect(elements.filter(({ kind }) => kind === 'code128')).toEqual([]);
    const texts = elements.flatMap((element) => (element.kind === 'text' ? [element.text] : [])).join(' ');
    const named = manyPosLabel.pos.filter((po) => texts.includes(po)).length;
    expect(named).toBeGreaterThan(4);
    expect(texts).toContain(`${manyPosLabel.pos.length - named} PO más`);
  });

  it('writes the weight as the site reads it', () => {
    const textsOf = (label: LogisticsLabel): string[] => labelLayout(label).flatMap((element) => (element.kind === 'text' ? [element.text] : []));
    expect(textsOf({ ...palletLabel, locale: 'en', weightGrams: 453_592, system: 'imperial' })).toContain('1,000 lb');
    expect(textsOf({ ...palletLabel, locale: 'en', weightGrams: 453_592, system: 'metric' })).toContain('453.6 kg');
  });

  it('names the products of a mixed carton, as many as have room, and says how many are not named', () => {
    const textsOf = (label: LogisticsLabel): string => labelLayout(label).flatMap((element) => (element.kind === 'text' ? [element.text] : [])).join('\n');
    const few = textsOf(cartonLabel);
    for (const text of ['Mixed SKUs', '12 × ASIN B0MUGSET04', '8 × SKU BRUSH-GR', '4 × GTIN 00614141000029', '3 × ASIN B0FLTV6010']) expect(few).toContain(text);
    const many = { ...cartonLabel, items: Array.from({ length: 20 }, (_, index) => ({ vendorSku: `SKU-${index}`, asin: `B0TEST${String(index).padStart(4, '0')}`, gtin: null, eaches: 20 - index })) };
    const named = [...textsOf(many).matchAll(/× ASIN/g)].length;
    expect(named).toBeGreaterThan(1);
    expect(textsOf(many)).toContain(`${20 - named} more products`);
  });

  it('cuts no address that has room in other lines', () => {
    const texts = labelLayout(manyPosLabel).flatMap((element) => (element.kind === 'text' ? [element.text] : []));
    expect(texts.join(' ')).toContain('MEX1, Carretera Cuautitlán-Tepotzotlán 7, Bodega 3, Cuautitlán Izcalli MEX 54730, MX');
  });
});
