import type { Message } from '../../shared/messages/say.ts';
import type { Words } from '../ui/i18n.tsx';

/** A document may change every line; the order itself tells the whole of it. */
const TOLD = 3;

/** What changed in an order, short enough for a notice above any screen. */
export function changesText({ t, tell }: Pick<Words, 't' | 'tell'>, changes: readonly Message[]): string {
  const more = changes.length - TOLD;
  return [...changes.slice(0, TOLD).map(tell), ...(more > 0 ? [t('app.alert.changed.more', { count: more })] : [])].join(' · ');
}
