import type { OutgoingDocument, OutgoingKind, OutgoingState } from '../../../shared/domain/state/entities.ts';
import type { ClockPurpose } from '../../ui/clock-text.ts';
import type { Words } from '../../ui/i18n.tsx';
import type { Tone } from '../../ui/status/tones.ts';

interface KindWords {
  /** Selector in `documentsScreen.kind`. */
  readonly word: string;
  readonly purpose: ClockPurpose;
  /** What to ask of the station to have it written anew. */
  readonly prepare: 'acknowledgement' | 'routing' | 'confirmation';
}

export const kindOf: Readonly<Record<OutgoingKind, KindWords>> = {
  'acknowledgement-json': { word: 'acknowledgementJson', purpose: 'acknowledge', prepare: 'acknowledgement' },
  'acknowledgement-855': { word: 'acknowledgement855', purpose: 'acknowledge', prepare: 'acknowledgement' },
  'routing-json': { word: 'routingJson', purpose: 'route', prepare: 'routing' },
  'confirmation-json': { word: 'confirmationJson', purpose: 'confirm', prepare: 'confirmation' },
};

export const kindText = ({ t }: Words, kind: OutgoingKind): string => t('documentsScreen.kind', { kind: kindOf[kind].word });

export const stateTone: Readonly<Record<OutgoingState, Exclude<Tone, 'hot'>>> = { prepared: 'warning', 'handed-over': 'info', confirmed: 'success', refused: 'error' };

/** Still this station's turn: Amazon has nothing, or has said no. */
export const isWaiting = ({ state }: Pick<OutgoingDocument, 'state'>): boolean => state === 'prepared' || state === 'refused';

const TURN: Readonly<Record<OutgoingState, number>> = { prepared: 0, refused: 0, 'handed-over': 1, confirmed: 2 };

/** Waiting ones first, the nearest deadline on top; then the newest. */
export function compareOutgoing(left: OutgoingDocument, right: OutgoingDocument): number {
  if (TURN[left.state] !== TURN[right.state]) return TURN[left.state] - TURN[right.state];
  if (isWaiting(left)) return (left.dueBy ?? Infinity) - (right.dueBy ?? Infinity) || left.preparedAt - right.preparedAt;
  return right.stateAt - left.stateAt;
}
