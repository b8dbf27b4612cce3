import { refusalOf } from '../../bridge.ts';
import type { Words } from '../../ui/i18n.tsx';

export interface Failure {
  readonly title: string;
  /** Where, and what to do. */
  readonly text: string;
}

/** What to show beside a form whose command failed: the station's own words, or that it does not answer. */
export function failureOf({ t, tell }: Words, error: unknown): Failure {
  const refusal = refusalOf(error);
  if (!refusal) return { title: t('setup.failed'), text: t('setup.failed.lost') };
  return { title: tell(refusal.message), text: [refusal.where, refusal.hint ? tell(refusal.hint) : ''].filter(Boolean).join(' · ') };
}
