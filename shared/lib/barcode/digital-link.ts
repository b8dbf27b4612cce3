import { applicationIdentifier } from './application-identifiers.ts';
import { checkElements, fault, type ElementStrings } from './element-string.ts';
import type { Element } from './scanned-code.ts';

/**
 * Reads a GS1 Digital Link URI (Digital Link standard: URI syntax 1.5) such as `https://example.com/01/09506000134352/10/ABC?17=271231`.
 * Undefined when the text is no web address with a GS1 key in its path. Query parameters that are no AI are other people's and ignored.
 * Compressed links are not read: only GS1's own toolkit writes them, no label of a supplier, and they look like any web address.
 */
export function readDigitalLink(text: string): ElementStrings | undefined {
  const shape = /^https?:\/\/[^/?#\s]+\/([^?#\s]*)(?:\?([^#\s]*))?(?:#\S*)?$/i.exec(text);
  if (!shape) return undefined;
  const [, folders = '', query = ''] = shape;
  const path = folders.split('/').filter((segment) => segment !== '');
  const first = keyPlace(path);
  if (first === -1) return undefined;
  const named = pairs(path.slice(first));
  const misplaced = misplacedQualifier(named.map(({ ai }) => ai));
  if (misplaced !== undefined) return fault('bad-link', { ai: misplaced });
  const attributes = query.split(/[&;]/).map((parameter) => element(...halvesOf(parameter))).filter(({ ai }) => applicationIdentifier(ai) !== undefined);
  const notHere = attributes.find(({ ai }) => applicationIdentifier(ai)?.linkAttribute !== true);
  if (notHere) return fault('bad-link', { ai: notHere.ai });
  return checkElements([...named, ...attributes]);
}

/** Where the primary key begins: the last one whose pairs come out even, for a value may look like a key; else the first, its rest missing. */
function keyPlace(path: readonly string[]): number {
  const isKey = (segment: string): boolean => qualifiersOf(segment).length > 0;
  const even = path.findLastIndex((segment, at) => (path.length - at) % 2 === 0 && isKey(segment));
  return even === -1 ? path.findIndex(isKey) : even;
}

function pairs(path: readonly string[]): readonly Element[] {
  return path.flatMap((segment, at) => (at % 2 === 0 ? [element(segment, path[at + 1])] : []));
}

const qualifiersOf = (ai: string): ReadonlyArray<readonly string[]> => applicationIdentifier(ai)?.linkKey ?? [];

/** The first AI behind the primary key that is none of its qualifiers, or not in their order. */
function misplacedQualifier([key = '', ...qualifiers]: readonly string[]): string | undefined {
  const reached = qualifiersOf(key).map((sequence) => {
    let at = -1;
    return qualifiers.findIndex((ai) => {
      at = sequence.indexOf(ai, at + 1);
      return at === -1;
    });
  });
  return reached.includes(-1) ? undefined : qualifiers[Math.max(...reached)];
}

function halvesOf(parameter: string): [name: string, value: string] {
  const at = parameter.indexOf('=');
  return at === -1 ? [parameter, ''] : [parameter.slice(0, at), parameter.slice(at + 1)];
}

/** Early Digital Links may shorten a GTIN to 8, 12 or 13 digits. */
function element(ai: string, encoded = ''): Element {
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
