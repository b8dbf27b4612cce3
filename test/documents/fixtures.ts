import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { catalogue } from '../../shared/messages/catalogue.ts';
import { readOrders } from '../../shared/documents/read-file.ts';
import type { DocumentProblem, FileReading, IncomingOrder } from '../../shared/documents/incoming.ts';
import { parseZone, type Zone } from '../../shared/lib/time.ts';

const FOLDER = new URL('../fixtures/documents/', import.meta.url);

export const bytesOf = (name: string): Uint8Array => readFileSync(new URL(name, FOLDER));
export const textOf = (name: string): string => new TextDecoder().decode(bytesOf(name));
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export function zone(name: string): Zone {
  const parsed = parseZone(name);
  if (parsed === undefined) throw new Error(`no zone ${name}`);
  return parsed;
}

export const OPTIONS = { zoneOf: (): Zone => zone('America/Phoenix') };

export const read = (text: string): FileReading => readOrders(utf8(text), 'file', OPTIONS);
export const readFixture = (name: string): FileReading => readOrders(bytesOf(name), name, OPTIONS);

/** The only order of a reading that must be good. */
export function only(reading: FileReading): IncomingOrder {
  expect(reading.problem).toBeNull();
  expect(reading.orders).toHaveLength(1);
  const [first] = reading.orders;
  if (!first?.ok) throw new Error(`refused: ${JSON.stringify(first)}`);
  return first.order;
}

/** The refusal of the only order of a reading. */
export function refusal(reading: FileReading): DocumentProblem {
  const [first] = reading.orders;
  if (!first || first.ok) throw new Error(`not refused: ${JSON.stringify(reading)}`);
  expectWords(first.problem);
  return first.problem;
}

export const codesOf = (order: IncomingOrder): readonly string[] => order.warnings.map((warning) => warning.code);

/** A problem must have words in every language and a place. */
export function expectWords(found: DocumentProblem): void {
  expect(Object.keys(catalogue.en)).toContain(found.code);
  expect(Object.keys(catalogue.es)).toContain(found.code);
  expect(found.place).not.toBe('');
}

export function allProblems(reading: FileReading): readonly DocumentProblem[] {
  const inside = reading.orders.flatMap((each) => (each.ok ? each.order.warnings : [each.problem]));
  return reading.problem ? [reading.problem, ...inside] : inside;
}
