import type { CalendarDate } from '../time.ts';
import { padTo14 } from '../gtin.ts';
import { remarksOn } from './associations.ts';
import { readGs1Date } from './gs1-date.ts';
import { measureOf } from './measures.ts';
import type { Element, ElementData } from './scanned-code.ts';

/** The meaning of checked elements. `thisYear` decides the century of two-digit years. */
export function elementData(elements: readonly Element[], thisYear: number): ElementData {
  const value = (ai: string): string | null => elements.find((element) => element.ai === ai)?.value ?? null;
  const day = (ai: string): CalendarDate | null => readGs1Date(value(ai)?.slice(0, 6) ?? '', thisYear) ?? null;
  const number = (ai: string): number | null => {
    const digits = value(ai);
    return digits === null ? null : Number(digits);
  };
  return {
    elements,
    lot: value('10'),
    serial: value('21'),
    expiry: day('17') ?? day('7003'),
    bestBefore: day('15'),
    sellBy: day('16'),
    produced: day('11') ?? day('8008'),
    packed: day('13'),
    count: number('37'),
    variableCount: number('30'),
    content: padTo14(value('02') ?? '') ?? null,
    customerOrder: value('400'),
    measures: elements.flatMap(({ ai, value: digits }) => measureOf(ai, digits) ?? []),
    remarks: remarksOn(elements),
  };
}

/** The data of a plain number. */
export const noData: ElementData = elementData([], 2000);
