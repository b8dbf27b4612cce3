import type { Goods } from './goods.ts';

/** A change by the buyer as X12 860 (POC with QI: a quantity of a line changes), one interchange. */
export const change860 = (po: string, { asin, sku, cost }: Goods, units: number): string =>
  [
    'ISA*00*          *00*          *ZZ*AMAZON         *ZZ*HOTDOCKVENDOR  *260914*0912*U*00401*000000205*0*T*>',
    'GS*PC*AMAZON*HOTDOCKVENDOR*20260914*0912*205*X*004010',
    'ST*860*0001',
    `BCH*04*RO*${po}***20260914`,
    `POC*1*QD*${units}*${units}*EA*${cost}**BP*${asin}*VN*${sku}`,
    'CTT*1',
    'SE*5*0001',
    'GE*1*205',
    'IEA*1*000000205',
  ].map((segment) => `${segment}~`).join('\n');
