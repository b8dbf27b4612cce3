import type { Operation } from '../../../shared/contracts/operations.ts';
import type { HistoryEntry } from '../../../shared/contracts/views.ts';
import { message, type Message, type MessageParams } from '../../../shared/messages/say.ts';
import { paperWord } from '../../../shared/domain/papers/paper-word.ts';
import type { JournalEntry } from '../../store/journal.ts';
import type { Station } from '../station.ts';
import { personRef, stationName } from './people.ts';

export function historyEntry(station: Station, { seq, operation }: JournalEntry): HistoryEntry {
  return {
    seq,
    opId: operation.opId,
    kind: operation.kind,
    at: operation.occurredAt,
    actor: personRef(station.reader, operation.actor),
    station: stationName(station, operation.station),
    what: whatHappened(operation),
  };
}

/** An operation in one line of words. */
function whatHappened(operation: Operation): Message {
  return message(`history.${operation.kind}`, paramsOf(operation));
}

const yes = (value: boolean): string => (value ? 'yes' : 'no');

function paramsOf(operation: Operation): MessageParams {
  switch (operation.kind) {
    case 'document.received':
    case 'document.prepared':
      return { file: operation.body.fileName };
    case 'order.received': {
      const { hpo, lines } = operation.body;
      return { hpo: yes(hpo), units: lines.reduce((sum, line) => sum + line.quantity * (line.unitSize ?? 1), 0) };
    }
    case 'order.changed':
      return { changes: operation.body.what.length };
    case 'order.flagged':
      return { hpo: yes(operation.body.hpo) };
    case 'order.pinned':
      return { pin: PIN_WORDS[operation.body.pin], reason: operation.body.reason };
    case 'order.assigned':
      return { count: operation.body.staffIds.length };
    case 'order.acknowledged': {
      const { lines, override } = operation.body;
      return {
        accepted: lines.reduce((sum, line) => sum + line.accepted, 0),
        rejected: lines.reduce((sum, line) => sum + line.rejected, 0),
        override: yes(override !== null),
      };
    }
    case 'document.state-changed':
      return { state: operation.body.state };
    case 'unit.label-printed':
      return { sscc: operation.body.sscc, reprint: yes(operation.body.reprint) };
    case 'paper.printed': {
      const { paper, subject, revision, reprint } = operation.body;
      return { ...subjectWords(subject), paper: paperWord[paper], revision, reprint: yes(reprint) };
    }
    case 'list.printed':
      return { revision: operation.body.revision, reprint: yes(operation.body.reprint) };
    case 'shipment.created':
    case 'shipment.changed':
    case 'shipment.routing-requested':
      return { shipment: operation.body.shipmentId };
    case 'shipment.cancelled':
      return { shipment: operation.body.shipmentId, reason: operation.body.reason };
    case 'shipment.departed':
      return { shipment: operation.body.shipmentId, count: operation.body.ssccs.length };
    case 'claim.taken':
      return { ...subjectWords(operation.body.subject), shared: yes(operation.body.shared) };
    case 'claim.released':
      return { ...subjectWords(operation.body.subject), reason: operation.body.reason ?? 'none' };
    case 'case.resolved':
      // ICU's `select` takes no hyphens.
      return { decision: operation.body.decision.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase()) };
    case 'staff.put':
      // Nothing else of the record: its PIN hash is nobody's business.
      return { name: operation.body.name };
    case 'pace.measured':
      return { pace: operation.body.eachesPerHour };
    default:
      return plainFields(operation.body);
  }
}

const PIN_WORDS = { [-1]: 'front', 0: 'turn', 1: 'back' } as const;

/** `order:<po>` or `unit:<sscc>` in its two parts. */
function subjectWords(subject: string): MessageParams {
  const [kind = '', ...name] = subject.split(':');
  return { kind, name: name.join(':') };
}

/** The other kinds name in their text the plain fields of their body. */
function plainFields(body: object): MessageParams {
  const params: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(body)) {
    if (typeof value === 'string' || typeof value === 'number') params[name] = value;
    else if (value === null) params[name] = '-';
  }
  return params;
}
