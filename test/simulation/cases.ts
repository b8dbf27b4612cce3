import type { LogEntry } from '../../central/sync/port.ts';
import type { Operation, OperationDraft } from '../../shared/contracts/operations.ts';
import { serialOf } from '../../shared/domain/handling-units/traces.ts';
import type { Case, CaseType, Line } from '../../shared/domain/state/entities.ts';
import type { Reader } from '../../shared/domain/state/world.ts';

/*
 * Where the goods go beyond what there is to do, the right case must be open about the right thing. Looked at operation by operation, so
 * that no other case about the same order excuses a missing one.
 */

type Looked = 'pick.confirmed' | 'unit.packed' | 'shipment.departed';
type Draft = Extract<OperationDraft, { kind: Looked }>;

export const isLookedAt = (draft: OperationDraft): draft is Draft => draft.kind === 'pick.confirmed' || draft.kind === 'unit.packed' || draft.kind === 'shipment.departed';

interface Beyond {
  readonly line: Line;
  readonly eaches: number;
}

/** By how much the lines that an operation is about go beyond what there is to do. */
export function beyondOf(reader: Reader, draft: Draft): readonly Beyond[] {
  return linesOf(reader, draft).map((line) => ({ line, eaches: Math.max(0, excess[draft.kind](line)) }));
}

const excess: Readonly<Record<Looked, (line: Line) => number>> = {
  'pick.confirmed': ({ picked, accepted }) => picked - accepted,
  'unit.packed': ({ packed, picked, accepted }) => packed - Math.min(picked, accepted),
  'shipment.departed': ({ shipped, accepted }) => shipped - accepted,
};

/** The cases that say so. Goods that were known to be too many before they were packed or left have theirs already. */
const RIGHT: Readonly<Record<Looked, readonly CaseType[]>> = {
  'pick.confirmed': ['over-pick', 'worked-after-change'],
  'unit.packed': ['over-pack', 'over-pick', 'worked-after-change'],
  'shipment.departed': ['over-ship', 'shipped-after-change', 'over-pick', 'over-pack', 'worked-after-change'],
};

function linesOf(reader: Reader, { kind, body }: Draft): readonly Line[] {
  if (kind !== 'shipment.departed') return reader.find('line', { po: body.po, line: body.line });
  const keys = new Map(body.ssccs.flatMap((sscc) => reader.find('content', { sscc })).map(({ po, line }) => [`${po} ${line}`, { po, line }]));
  return [...keys.values()].flatMap((key) => reader.get('line', key) ?? []);
}

/** What an operation made worse without the case that says so. */
export function withoutCase(reader: Reader, { opId, caseIds }: LogEntry, draft: Draft, before: readonly Beyond[]): readonly string[] {
  return before.flatMap(({ line: { po, line }, eaches }) => {
    const [now] = beyondOf(reader, draft).filter((each) => each.line.po === po && each.line.line === line);
    if (!now || now.eaches <= eaches) return [];
    const cases = draft.kind === 'pick.confirmed' ? caseIds.flatMap((caseId) => reader.get('case', { caseId }) ?? []) : reader.find('case', { po });
    if (cases.some((each) => RIGHT[draft.kind].includes(each.type) && isAbout(each, po, line))) return [];
    return [`${opId} ${draft.kind} made ${po} ${line} ${now.eaches} instead of ${eaches} beyond what there is to do, without a case that says so (${caseIds.join()})`];
  });
}

/** A numbered piece that stands somewhere already is packed again: no station lets anybody who sees the first do that, so a case must say so. */
export function countedTwice(reader: Reader, { opId, caseIds, seen }: LogEntry, { kind, body, baseSeq }: Operation): readonly string[] {
  if (kind !== 'unit.packed' || body.trace?.serial == null) return [];
  const stands = serialOf(reader, body.sku, body.trace);
  if (!stands || caseIds.some((caseId) => caseId.includes(':packed-twice'))) return [];
  return [`${opId}, written having seen ${seen ?? baseSeq}, packed ${body.sku} ${body.trace.serial} on ${body.sscc}, which stands on ${stands.sscc}, without a case that says so (${caseIds.join()})`];
}

const isAbout = (each: Case, po: string, line: string): boolean => (each.po === po && each.line === line) || each.detail.lines.some((side) => side.po === po && side.line === line);
