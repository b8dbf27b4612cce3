import { done, refuse, type Context, type Decision } from '../decision.ts';
import { requireRight } from '../staffing/rights.ts';
import type { Reader } from '../state/world.ts';

/** Takes a code off the list of unknown ones: somebody has found out what it is. */
export function decideSettleCode(reader: Reader, { code }: { readonly code: string }, context: Context): Decision {
  const forbidden = requireRight(context, 'products', code);
  if (forbidden) return forbidden;
  if (!reader.get('unknownCode', { code })) return refuse('scanning.refused.notUnknown', code, { code });
  return done({ kind: 'unknown-code.settled', body: { code } });
}
