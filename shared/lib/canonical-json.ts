/**
 * The one text of a JSON value (RFC 8785): names in ascending order of their UTF-16 units, no blanks, numbers and strings as ECMAScript
 * writes them. What is `undefined` is left out. Stations and central hash it, for every operation: it has to be quick.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  let text = '{';
  const fields: Readonly<Record<string, unknown>> = { ...value };
  for (const name of Object.keys(fields).sort()) {
    const field = fields[name];
    if (field !== undefined) text += `${text === '{' ? '' : ','}${JSON.stringify(name)}:${canonicalJson(field)}`;
  }
  return `${text}}`;
}
