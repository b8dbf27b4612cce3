import type { LineView } from '../../../shared/contracts/views.ts';
import type { Product } from '../../../shared/domain/state/entities.ts';
import { CodeText } from '../../ui/text/code-text.tsx';
import { printedGtin } from './stage-facts.ts';

/** The numbers that stand on the goods, to compare with what is in the hand. */
export function ProductFacts({ line, product }: { readonly line: LineView | null; readonly product: Product | null }) {
  const gtin = product?.gtinCase ?? product?.gtinEach ?? line?.gtin ?? null;
  const asin = product?.asin ?? line?.asin ?? null;
  const sku = product?.sku ?? line?.sku ?? line?.vendorSku ?? null;
  return (
    <span className="floor-facts">
      {sku !== null && (
        <span>
          SKU <CodeText kind="sku" value={sku} />
        </span>
      )}
      {gtin !== null && (
        <span>
          GTIN <CodeText kind="gtin" value={printedGtin(gtin)} />
        </span>
      )}
      {asin !== null && (
        <span>
          ASIN <CodeText kind="asin" value={asin} />
        </span>
      )}
    </span>
  );
}
