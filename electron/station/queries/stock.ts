import type { PageOf, ProductView } from '../../../shared/contracts/views.ts';
import { filledBins } from '../../../shared/domain/picking/bins.ts';
import type { Product } from '../../../shared/domain/state/entities.ts';
import { emptyStock } from '../../../shared/domain/state/totals.ts';
import type { Sku } from '../../../shared/lib/ids.ts';
import type { Station } from '../station.ts';

export interface StockQuestion {
  readonly offset: number;
  readonly limit: number;
  readonly search: string;
  readonly only: 'all' | 'short' | 'empty' | 'safety';
}

const FILTERS: Readonly<Record<StockQuestion['only'], string>> = {
  all: '1',
  /** Promised more than lies there. */
  short: 'coalesce(allocated, 0) > coalesce(boxed, 0)',
  empty: 'coalesce(boxed, 0) <= 0',
  /** The safety stock is being eaten into. */
  safety: 'coalesce(boxed, 0) - coalesce(allocated, 0) < coalesce(safety, 0)',
};

export function productPage(station: Station, { offset, limit, search, only }: StockQuestion): PageOf<ProductView> {
  const like = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  const from = `FROM product LEFT JOIN stock USING (sku)
    WHERE ${FILTERS[only]} AND (sku LIKE @like ESCAPE '\\' OR title LIKE @like ESCAPE '\\' OR asin LIKE @like ESCAPE '\\'
      OR gtin_each LIKE @like ESCAPE '\\' OR gtin_case LIKE @like ESCAPE '\\' OR location LIKE @like ESCAPE '\\')`;
  const { database } = station.store;
  const total = Number(database.prepare(`SELECT count(*) ${from}`).pluck().get({ like }));
  const skus = database.prepare<[{ like: string; limit: number; offset: number }], Sku>(`SELECT sku ${from} ORDER BY sku LIMIT @limit OFFSET @offset`).pluck().all({ like, limit, offset });
  const rows = skus.flatMap((sku) => {
    const product = station.reader.get('product', { sku });
    return product ? [productView(station, product)] : [];
  });
  return { rows, total, offset };
}

export function productView({ reader }: Station, product: Product): ProductView {
  const stock = reader.get('stock', { sku: product.sku }) ?? emptyStock(product.sku);
  const bins = filledBins(reader, { sku: product.sku }).map(({ location, boxed }) => ({ location, boxed }));
  return { ...product, stock, free: stock.boxed - stock.allocated, bins };
}
