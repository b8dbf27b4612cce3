import { applicationIdentifier } from './application-identifiers.ts';
import type { Element } from './scanned-code.ts';

/** AIs a GS1 Digital Link URI can be about (Digital Link standard 1.x, primary keys). */
const PRIMARY_KEYS: ReadonlySet<string> = new Set([
  '00', '01', '253', '255', '401', '402', '414', '417', '8003', '8004', '8006', '8010', '8013', '8017', '8018',
]);

/**
 * The elements of a GS1 Digital Link URI such as `https://example.com/01/09506000134352/10/ABC?17=271231`, unchecked.
 * Undefined when the text is no web address with a GS1 key in its path. Query parameters that are no AI are other people's and ignored.
 */
export function readDigitalLink(text: string): readonly Element[] | undefined {
  const shape = /^https?:\/\/[^/?#\s]+\/([^?#\s]*)(?:\?([^#\s]*))?(?:#\S*)?$/i.exec(text);
  if (!shape) return undefined;
  const path = (shape[1] ?? '').split('/').filter((segment) => segment !== '');
  const first = path.findIndex((segment) => PRIMARY_KEYS.has(segment));
  if (first === -1) return undefined;
  const elements: Element[] = [];
  for (let at = first; at < path.length; at += 2) elements.push(element(path[at] ?? '', path[at + 1] ?? ''));
  for (const parameter of (shape[2] ?? '').split(/[&;]/)) {
    const [name = '', value = ''] = parameter.split('=');
    if (applicationIdentifier(name)) elements.push(element(name, value));
  }
  return elements;
}

/** Early Digital Links may shorten a GTIN to 8, 12 or 13 digits. */
function element(ai: string, encoded: string): Element {
  const value = percentDecoded(encoded);
  return { ai, value: ai === '01' && /^(?:\d{8}|\d{12,13})$/.test(value) ? value.padStart(14, '0') : value };
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
