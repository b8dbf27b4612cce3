import type { Sku } from '../../lib/ids.ts';
import { refuse, type Refusal } from '../decision.ts';
import type { Content, HandlingUnit } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';
import { looseOf, partsNamed, unpackings, type Unpacked } from './decide.ts';
import { unitName } from './names.ts';
import { loosePartsOf } from './traces.ts';

/** What of a pallet or carton is meant: all of it, so many eaches of a product, or one carton with a number of its own. */
export type Goods = { readonly kind: 'all' } | { readonly kind: 'product'; readonly sku: Sku; readonly eaches: number } | { readonly kind: 'carton'; readonly carton: string };

type TakenOff = { readonly ok: true; readonly goods: readonly Unpacked[] } | { readonly ok: false; readonly refusal: Refusal };

/** The goods as they come off, line by line, lot by lot, each with its own cartons. Eaches of a product leave cartons with labels of their own alone. */
export function takingOff(reader: Reader, { sscc, po }: Pick<HandlingUnit, 'sscc' | 'po'>, goods: Goods): TakenOff {
  const contents = reader.find('content', { sscc }).sort((left, right) => (left.line < right.line ? -1 : 1));
  switch (goods.kind) {
    case 'all':
      return { ok: true, goods: contents.flatMap((content) => allOf(reader, content)) };
    case 'carton': {
      const carton = labelled(reader, contents).find(({ body }) => body.carton === goods.carton);
      const words = { unit: unitName(reader, sscc), carton: unitName(reader, goods.carton) };
      return carton ? { ok: true, goods: [carton] } : refuse('handlingUnits.refused.cartonNotThere', words.unit, words);
    }
    case 'product':
      return someOf(reader, { sscc, po }, contents.filter(({ sku }) => sku === goods.sku), goods);
  }
}

function labelled(reader: Reader, contents: readonly Content[]): Unpacked[] {
  return contents.flatMap(({ sscc, po, line, sku }) =>
    reader
      .find('carton', { sscc })
      .filter((each) => each.po === po && each.line === line)
      .map(({ carton, eaches, trace }): Unpacked => ({ kind: 'unit.unpacked', body: { sscc, po, line, sku, eaches, cartons: 1, carton, code: carton, ...(trace === null ? {} : { trace }) } })));
}

function allOf(reader: Reader, content: Content): Unpacked[] {
  return [...labelled(reader, [content]), ...unpackings(content, loosePartsOf(reader, content), looseOf(reader, content).cartons)];
}

function someOf(reader: Reader, { sscc }: Pick<HandlingUnit, 'sscc' | 'po'>, contents: readonly Content[], { sku, eaches }: Extract<Goods, { kind: 'product' }>): TakenOff {
  const unit = unitName(reader, sscc);
  const there = contents.reduce((sum, content) => sum + looseOf(reader, content).eaches, 0);
  if (eaches < 1 || eaches > there) {
    const inCartons = contents.some((content) => looseOf(reader, content).eaches < content.eaches);
    return refuse('handlingUnits.refused.notThatMuchOf', unit, { unit, sku, eaches, there }, inCartons ? 'handlingUnits.hint.removeCartons' : null);
  }
  const goods: Unpacked[] = [];
  let left = eaches;
  for (const content of contents) {
    const loose = looseOf(reader, content);
    const take = Math.min(left, loose.eaches);
    if (take === 0) continue;
    left -= take;
    const parts = take === loose.eaches ? loosePartsOf(reader, content) : partsNamed(loosePartsOf(reader, content), null, take);
    if (parts === null) return refuse('handlingUnits.refused.whichLot', unit, { unit, sku }, 'handlingUnits.hint.whichLot');
    const caseSize = reader.get('product', { sku })?.caseSize ?? 1;
    const cartons = take === loose.eaches ? loose.cartons : Math.min(loose.cartons, Math.floor(take / caseSize));
    goods.push(...unpackings(content, parts, cartons));
  }
  return { ok: true, goods };
}
