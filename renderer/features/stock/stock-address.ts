/** The address of a product's panel. Twice encoded: the router decodes once, and a SKU may hold slashes and percent signs. */
export const productAddress = (sku: string): string => `/stock/${encodeURIComponent(encodeURIComponent(sku))}`;

/** The SKU an address names; an address written by hand may not be encoded at all. */
export function skuOf(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
