import { CodeText } from '../../ui/text/code-text.tsx';
import { usePrefixLength } from './use-prefix-length.ts';

/** An SSCC in the groups of this site's prefix. */
export function SsccText({ sscc }: { readonly sscc: string }) {
  const prefixLength = usePrefixLength();
  return <CodeText kind="sscc" value={sscc} wrap {...(prefixLength === undefined ? {} : { prefixLength })} />;
}
