import type { Sku } from '../../lib/ids.ts';
import { refuse, type Refusal } from '../decision.ts';
import type { Content, HandlingUnit, Trace } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';
import { looseOf, partsNamed, unpackings, type Unpacked } from './decide.ts';
import { unitName } from './names.ts';
import { loosePartsOf, sameTrace, type TracePart } from './traces.ts';

/** So many eaches of a product (where it stands there with several lots or serial numbers: of which), or one carton with a number of its own. */
export type SomeGoods = { readonly kind: 'product'; readonly sku: Sku; readonly eaches: number; readonly trace?: Trace | null | undefined } | { readonly kind: 'carton'; readonly carton: string };

/** What of a pallet or carton is meant: all of it (with `eaches`: that many, as somebody read before), some of it, or several things at once, each named once. */
export type Goods = { readonly kind: 'all'; readonly eaches?: number | undefined } | SomeGoods | { readonly kind: 'several'; readonly goods: readonly SomeGoods[] };

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
    case 'several':
      return severalOf(reader, { sscc, po }, contents, goods.goods);
  }
}

/** All that is loose of a product, named lot by lot or piece by piece, takes its cartons along as a whole does. */
function severalOf(reader: Reader, unit: Pick<HandlingUnit, 'sscc' | 'po'>, contents: readonly Content[], goods: readonly SomeGoods[]): TakenOff {
  const taken: Unpacked[] = [];
  const whole = new Set<Sku>();
  for (const each of goods) {
    if (each.kind === 'product') {
      if (whole.has(each.sku)) continue;
      const there = contents.filter(({ sku }) => sku === each.sku);
      const named = goods.reduce((sum, other) => (other.kind === 'product' && other.sku === each.sku ? sum + other.eaches : sum), 0);
      if (named > 0 && named === there.reduce((sum, content) => sum + looseOf(reader, content).eaches, 0)) {
        whole.add(each.sku);
        taken.push(...there.flatMap((content) => unpackings(content, loosePartsOf(reader, content), looseOf(reader, content).cartons)));
        continue;
      }
    }
    const off = takingOff(reader, unit, each);
    if (!off.ok) return off;
    taken.push(...off.goods);
  }
  return { ok: true, goods: taken };
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

function someOf(reader: Reader, { sscc }: Pick<HandlingUnit, 'sscc' | 'po'>, contents: readonly Content[], { sku, eaches, trace = null }: Extract<Goods, { kind: 'product' }>): TakenOff {
  const unit = unitName(reader, sscc);
  const meant = contents.map((content) => ({ content, parts: loosePartsOf(reader, content).filter((part) => trace === null || sameTrace(part.trace, trace)) }));
  const there = meant.reduce((total, { parts }) => total + eachesOf(parts), 0);
  if (eaches < 1 || eaches > there) {
    const inCartons = contents.some((content) => looseOf(reader, content).eaches < content.eaches);
    return refuse('handlingUnits.refused.notThatMuchOf', unit, { unit, sku, eaches, there }, inCartons ? 'handlingUnits.hint.removeCartons' : null);
  }
  const goods: Unpacked[] = [];
  let left = eaches;
  for (const { content, parts } of meant) {
    const take = Math.min(left, eachesOf(parts));
    if (take === 0) continue;
    left -= take;
    const taken = take === eachesOf(parts) ? parts : partsNamed(parts, trace, take);
    if (taken === null) return refuse('handlingUnits.refused.whichLot', unit, { unit, sku }, 'handlingUnits.hint.whichLot');
    const loose = looseOf(reader, content);
    const caseSize = reader.get('product', { sku })?.caseSize ?? 1;
    const cartons = take === loose.eaches ? loose.cartons : Math.min(loose.cartons, Math.floor(take / caseSize));
    goods.push(...unpackings(content, taken, cartons));
  }
  return { ok: true, goods };
}

const eachesOf = (parts: readonly TracePart[]): number => parts.reduce((total, part) => total + part.eaches, 0);
