import { classes } from '../defined.ts';
import { codeGroups, type CodeKind } from './code-groups.ts';
import './text.css';

export interface CodeTextProps {
  readonly kind?: CodeKind;
  readonly value: string;
  /** Digits of the site's GS1 company prefix, for the groups of an SSCC. */
  readonly prefixLength?: number;
  /** May break over lines (long raw scans); otherwise it never does. */
  readonly wrap?: boolean;
}

/** A code in mono type and reading groups. The gaps are drawn, not typed: what is copied is the bare code. */
export function CodeText({ kind = 'plain', value, prefixLength, wrap = false }: CodeTextProps) {
  return (
    <span className={classes('code', wrap && 'code--wrap')} translate="no">
      {codeGroups(kind, value, prefixLength).map((group, index) => (
        <span className="code__group" key={index}>
          {group}
        </span>
      ))}
    </span>
  );
}
