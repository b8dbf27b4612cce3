import { MINUTE } from '../../lib/time.ts';
import { message, type Message } from '../../messages/say.ts';
import type { Context } from '../decision.ts';
import { unitName } from '../handling-units/names.ts';
import { serialOf } from '../handling-units/traces.ts';
import { ordersOfTask } from '../picking/cart.ts';
import type { Scan, Task, TaskKind } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';
import { answered, ask, wrong, type ScanDecision } from './answer.ts';
import { stepOf } from './start.ts';
import type { Incoming } from './task.ts';

/** So long a person knows what the last act was, whatever it was. */
const JUST_NOW = MINUTE;
/** So long, when it was of the work that is still under way. */
const FRESH = 10 * MINUTE;

/**
 * Takes back this station's last scan that stands, whatever it did: a counter-operation that returns its quantities to
 * what they were. Refused where others have built on it (packed what was picked, closed or sent off the pallet). What is not of the work in
 * hand is named and asked for first.
 */
export function decideUndo({ reader, context, code, confirmed, afterRefusal }: Incoming): ScanDecision {
  const { station } = context;
  const next = stepOf(reader, reader.get('task', { station }));
  const last = reader.last('scan', { station, undone: false }, 'stationSeq');
  if (!last) return answered('info', message('scanning.undo.nothing'), next);
  const parts = partsOf(reader, last);
  for (const part of parts) {
    const obstacle = obstacleTo(reader, part, parts);
    if (obstacle) return wrong(obstacle, next, null);
  }
  // Goods that came off one pallet and went onto another were moved, whatever the last part of it was.
  const moved = parts.some(({ kind }) => kind === 'unpack') && parts.some(({ kind }) => kind === 'pack');
  const counted: Scan['kind'] = moved ? 'unpack' : last.kind;
  const eaches = parts.reduce((sum, part) => sum + (part.kind === counted ? part.eaches : 0), 0);
  const pos = new Set(parts.flatMap(({ po }) => po ?? []));
  const words = { eaches, sku: last.sku ?? '', po: [...pos].reverse().join(', '), unit: last.sscc === null ? '' : unitName(reader, last.sscc), location: last.location ?? '', code: last.code };
  if (!confirmed && (afterRefusal || !isAtHand(reader, parts, context))) {
    const person = reader.get('staff', { staffId: last.staffId })?.name ?? last.staffId;
    return ask(code, message('scanning.undo.ask', { ...words, kind: moved ? 'void' : last.kind, person, doneAt: last.at, refused: afterRefusal ? 'yes' : 'no' }), next);
  }
  return answered('accepted', message(moved ? UNDONE.void : UNDONE[last.kind], words), next, parts.map((part) => ({ kind: 'scan.undone', body: { undoes: part.opId } })), {
    details: [
      ...parts.flatMap(({ kind, sscc }) => (last.kind === 'open' && kind === 'close' && sscc !== null ? [message(UNDONE.close, { unit: unitName(reader, sscc) })] : [])),
      ...voidLabels(reader, parts),
    ],
  });
}

/** A unit that is given up again may bear its label already. */
function voidLabels(reader: Reader, parts: readonly Scan[]): Message[] {
  return parts.flatMap(({ kind, sscc }) => {
    const unit = kind === 'open' && sscc !== null ? reader.get('unit', { sscc }) : undefined;
    return unit && unit.labelPrints > 0 ? [message('handlingUnits.moved.takeLabelOff', { unit: unitName(reader, unit.sscc) })] : [];
  });
}

/** Done by whoever undoes it, just now or in the task that is under way: then the person knows what comes back. */
function isAtHand(reader: Reader, parts: readonly Scan[], { station, now, actor }: Context): boolean {
  const task = reader.get('task', { station });
  const within = (age: number): boolean => parts.every(({ staffId, at }) => staffId === actor.staffId && now - at <= age);
  return within(JUST_NOW) || (task !== undefined && within(FRESH) && parts.some((part) => isOfTask(reader, part, task)));
}

function isOfTask(reader: Reader, { kind, po, sscc, at }: Scan, task: Task): boolean {
  // Goods are moved on top of any task.
  if (kind === 'move') return task.startedAt <= at;
  if (!OF_TASKS[kind].includes(task.kind)) return false;
  if (task.kind === 'load') return sscc !== null && reader.get('unit', { sscc })?.shipmentId === task.shipmentId;
  return po === null || ordersOfTask(task).includes(po);
}

/** The tasks whose work each kind of act is. */
const OF_TASKS: Readonly<Record<Exclude<Scan['kind'], 'move'>, readonly TaskKind[]>> = {
  pick: ['pick'], return: ['pick'], short: ['pick'], locate: ['pick', 'count', 'receive'], damage: ['pick', 'pack'],
  pack: ['pack'], unpack: ['pack'], open: ['pack'], close: ['pack'], reopen: ['pack'], void: ['pack'], nest: ['pack'], unnest: ['pack'],
  load: ['load'], count: ['count'], receive: ['receive'],
};

/** The scan with the earlier parts of it, when it did several things; last first. */
function partsOf(reader: Reader, last: Scan): Scan[] {
  const parts: Scan[] = [];
  for (let scan: Scan | undefined = last; scan && !scan.undone; scan = scan.previous === null ? undefined : reader.get('scan', { opId: scan.previous })) parts.push(scan);
  return parts;
}

export const UNDONE = {
  pick: 'scanning.undo.pick',
  return: 'scanning.undo.return',
  short: 'scanning.undo.short',
  pack: 'scanning.undo.pack',
  unpack: 'scanning.undo.unpack',
  load: 'scanning.undo.load',
  count: 'scanning.undo.count',
  receive: 'scanning.undo.receive',
  locate: 'scanning.undo.locate',
  open: 'scanning.undo.open',
  close: 'scanning.undo.close',
  reopen: 'scanning.undo.move',
  void: 'scanning.undo.move',
  damage: 'scanning.undo.damage',
  nest: 'scanning.undo.nest',
  unnest: 'scanning.undo.unnest',
  move: 'scanning.undo.moveStep',
} as const satisfies Readonly<Record<Scan['kind'], Message['key']>>;

/** Why a scan can no longer be taken back; undefined when it can. */
function obstacleTo(reader: Reader, scan: Scan, parts: readonly Scan[]): Message | undefined {
  const line = scan.po === null || scan.line === null ? undefined : reader.get('line', { po: scan.po, line: scan.line });
  const unit = scan.sscc === null ? undefined : reader.get('unit', { sscc: scan.sscc });
  const words = { po: scan.po ?? '', line: scan.line ?? '', sku: scan.sku ?? '', unit: scan.sscc === null ? '' : unitName(reader, scan.sscc), location: scan.location ?? '' };
  switch (scan.kind) {
    case 'pick':
      return line && line.picked - scan.eaches < line.packed ? message('scanning.undo.packedSince', words) : undefined;
    case 'return':
      return line && line.picked + scan.eaches > line.accepted ? message('scanning.undo.notWantedNow', words) : stillThere(reader, scan, words);
    case 'count':
    case 'receive':
      return stillThere(reader, scan, words);
    case 'pack':
      return unit?.state === 'open' ? undefined : message('scanning.undo.notOpen', words);
    case 'unpack':
      if (unit?.state !== 'open' && !(unit?.state === 'voided' && parts.some(({ kind, sscc }) => kind === 'void' && sscc === scan.sscc))) return message('scanning.undo.notOpen', words);
      if (standsElsewhere(reader, scan, parts)) return message('scanning.undo.packedElsewhere', words);
      return line && line.packed + netOf(scan, parts, 'unpack', 'pack') > line.picked + netOf(scan, parts, 'damage') ? message('scanning.undo.packedElsewhere', words) : undefined;
    case 'nest':
      return unit?.state === 'open' || parts.length > 1 ? undefined : message('scanning.undo.notOpen', words);
    case 'unnest': {
      const carton = scan.carton === null ? undefined : reader.get('unit', { sscc: scan.carton });
      if (carton?.parent != null && !parts.some(({ kind, carton: nested }) => kind === 'nest' && nested === scan.carton)) return message('scanning.undo.packedElsewhere', words);
      return carton?.state === 'closed' && (unit?.state === 'open' || parts.length > 1) ? undefined : message('scanning.undo.notOpen', words);
    }
    case 'damage':
      return scan.location === null && line && line.picked + netOf(scan, parts, 'damage') > line.accepted ? message('scanning.undo.notWantedNow', words) : undefined;
    case 'load':
      return unit?.state === 'departed' ? message('scanning.undo.departed', words) : undefined;
    case 'close':
      return unit?.state === 'loaded' || unit?.state === 'departed' ? message('scanning.undo.loadedSince', words) : undefined;
    case 'open':
      return unit?.state === 'voided' || unit?.eaches === packedIn(parts) ? undefined : message('scanning.undo.notEmpty', words);
    case 'short':
    case 'locate':
    case 'reopen':
    case 'void':
    case 'move':
      return undefined;
  }
}

/** A carton or a numbered piece that came off has been packed since; not where the same act packed it. */
function standsElsewhere(reader: Reader, { carton, sku, trace }: Scan, parts: readonly Scan[]): boolean {
  const packs = parts.filter(({ kind }) => kind === 'pack');
  if (carton !== null && reader.get('carton', { carton })) return !packs.some((part) => part.carton === carton);
  const serial = trace?.serial ?? null;
  return sku !== null && serialOf(reader, sku, trace) !== undefined && !packs.some((part) => part.sku === sku && part.trace?.serial === serial);
}

/** What of a scan's line comes and goes with all parts of the act. */
function netOf({ po, line }: Scan, parts: readonly Scan[], back: Scan['kind'], off?: Scan['kind']): number {
  const ofLine = parts.filter((part) => part.po === po && part.line === line && (part.kind !== 'damage' || part.location === null));
  const sum = (kind: Scan['kind'] | undefined): number => ofLine.reduce((total, part) => (part.kind === kind ? total + part.eaches : total), 0);
  return sum(back) - sum(off);
}

/** What the same scan put on the pallet that it opened: off again by then. */
const packedIn = (parts: readonly Scan[]): number => parts.reduce((sum, part) => sum + (part.kind === 'pack' || part.kind === 'nest' ? part.eaches : 0), 0);

/** What was put on a bin's books can only come off again while it is there. */
function stillThere(reader: Reader, { sku, location, taken }: Scan, words: Message['params']): Message | undefined {
  if (taken >= 0 || sku === null || location === null) return undefined;
  return (reader.get('bin', { sku, location })?.boxed ?? 0) < -taken ? message('scanning.undo.takenSince', words) : undefined;
}
