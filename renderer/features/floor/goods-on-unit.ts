import type { UnitView } from '../../../shared/contracts/views.ts';
import type { Trace } from '../../../shared/domain/state/entities.ts';

/** Goods of a unit that can be named in one piece: loose ones of a lot or a serial number, or a carton with an SSCC of its maker's. */
export interface GoodsOnUnit {
  readonly id: string;
  readonly line: string;
  readonly sku: string;
  readonly title: string;
  readonly eaches: number;
  readonly cartons: number;
  readonly trace: Trace | null;
  /** Its SSCC; null: loose. */
  readonly carton: string | null;
}

type Content = UnitView['contents'][number];

/** Line by line, the loose goods first. */
export const goodsOn = ({ contents, labelled }: UnitView): GoodsOnUnit[] =>
  contents.flatMap((content) => {
    const own = labelled.filter(({ po, line }) => po === content.po && line === content.line);
    const { line, sku, title } = content;
    return [
      ...looseOf(content, own),
      ...own.map(({ carton, eaches, trace }): GoodsOnUnit => ({ id: carton, line, sku, title, eaches, cartons: 1, trace, carton })),
    ];
  });

function looseOf({ line, sku, title, eaches, cartons, parts }: Content, own: UnitView['labelled']): GoodsOnUnit[] {
  const loose = eaches - own.reduce((sum, carton) => sum + carton.eaches, 0);
  if (loose <= 0) return [];
  const inCartons = cartons - own.length;
  return (parts ?? [{ trace: null, eaches: loose }]).map((part, index) => ({
    id: `${line} ${String(index)}`, line, sku, title, eaches: part.eaches, cartons: Math.round((inCartons * part.eaches) / loose), trace: part.trace, carton: null,
  }));
}

/** Loose goods of one product and lot are one, whatever lines they are for. */
export function bySku(goods: readonly GoodsOnUnit[]): GoodsOnUnit[] {
  const merged = new Map<string, GoodsOnUnit>();
  for (const each of goods) {
    const key = each.carton ?? JSON.stringify([each.sku, each.trace]);
    const before = merged.get(key);
    merged.set(key, before ? { ...before, eaches: before.eaches + each.eaches, cartons: before.cartons + each.cartons } : each);
  }
  return [...merged.values()];
}
