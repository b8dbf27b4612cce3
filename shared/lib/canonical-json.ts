/**
 * The one text of a JSON value (RFC 8785): names in ascending order of their UTF-16 units, no blanks, numbers and strings as ECMAScript
 * writes them. What is `undefined` is left out. Stations and central hash it, for every operation: it has to be quick.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return quoted(value);
    case 'number':
      return Number.isFinite(value) ? String(value) : 'null';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? listOf(value) : recordOf(value as Readonly<Record<string, unknown>>);
    default:
      return JSON.stringify(value);
  }
}

function listOf(values: readonly unknown[]): string {
  let text = '';
  for (const each of values) text += text === '' ? canonicalJson(each) : `,${canonicalJson(each)}`;
  return `[${text}]`;
}

function recordOf(fields: Readonly<Record<string, unknown>>): string {
  let text = '';
  for (const name of Object.keys(fields).sort()) {
    const field = fields[name];
    if (field !== undefined) text += `${text === '' ? '' : ','}${quoted(name)}:${canonicalJson(field)}`;
  }
  return `{${text}}`;
}

/** Texts of which every unit stands for itself: no quotation mark, backslash, control character or half of a pair. */
const PLAIN = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

const quoted = (text: string): string => (PLAIN.test(text) ? `"${text}"` : JSON.stringify(text));
