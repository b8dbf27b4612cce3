/** Fields of operations that nobody is to read: a PIN's hash gives the PIN away, there are only ten thousand of them. */
const SECRET: ReadonlySet<string> = new Set(['pinHash']);

/** A body as it is shown or handed on: what is secret in it, at any depth, is replaced. The journal itself keeps it. */
export function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, SECRET.has(field) && inner !== null ? '[hidden]' : withoutSecrets(inner)]));
}
