/** The last digits of an SSCC: by them people tell the pallets of one order apart. */
export const unitTail = (sscc: string): string => `…${sscc.slice(-6)}`;
