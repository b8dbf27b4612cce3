import type { WaitingDocument } from '../../../shared/contracts/views.ts';
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

export const stateTone: Readonly<Record<OutgoingState, Exclude<Tone, 'hot'>>> = { prepared: 'warning', 'handed-over': 'info', confirmed: 'success', refused: 'error', withdrawn: 'neutral' };

/** Still this station's turn: Amazon has nothing, or has said no. */
export const isWaiting = ({ state }: Pick<OutgoingDocument, 'state'>): boolean => state === 'prepared' || state === 'refused';

export interface ListedDocument extends WaitingDocument {
  /** A newer version of it was prepared: this one waits for nothing any more. */
  readonly replaced: boolean;
  readonly waits: boolean;
}

const TURN: Readonly<Record<OutgoingState, number>> = { prepared: 0, refused: 0, 'handed-over': 1, confirmed: 2, withdrawn: 2 };
const REPLACED = 2;

const turnOf = ({ state, replaced }: ListedDocument): number => (replaced ? REPLACED : TURN[state]);

/** Waiting ones first, the nearest deadline on top; then the newest. */
export function listOutgoing(documents: readonly WaitingDocument[]): readonly ListedDocument[] {
  const subject = ({ kind, po, shipmentId }: WaitingDocument): string => JSON.stringify([kind, po, shipmentId]);
  const newest = new Map<string, WaitingDocument>();
  for (const document of documents) {
    const known = newest.get(subject(document));
    if (!known || known.preparedAt < document.preparedAt) newest.set(subject(document), document);
  }
  return documents
    .map((document): ListedDocument => {
      const replaced = newest.get(subject(document)) !== document;
      return { ...document, replaced, waits: !replaced && isWaiting(document) };
    })
    .sort((left, right) => {
      if (turnOf(left) !== turnOf(right)) return turnOf(left) - turnOf(right);
      if (left.waits) return (left.dueBy ?? Infinity) - (right.dueBy ?? Infinity) || left.preparedAt - right.preparedAt;
      return right.stateAt - left.stateAt;
    });
}
