import type { GoodsNamed } from '../../../shared/contracts/api.ts';
import type { ScanReply } from '../../../shared/contracts/views.ts';
import { decodeScan } from '../../../shared/lib/barcode/decode-scan.ts';
import { commandCode } from '../../../shared/lib/barcode/house-code.ts';
import { decideMove } from '../../../shared/domain/handling-units/move.ts';
import type { Goods } from '../../../shared/domain/handling-units/taking-off.ts';
import { decideDamaged, type DamagedInput } from '../../../shared/domain/picking/damaged.ts';
import { decideShort } from '../../../shared/domain/picking/short.ts';
import { decideJoinWalk, decideStartWalk } from '../../../shared/domain/scanning/join.ts';
import { decideAfter } from '../../../shared/domain/scanning/question.ts';
import type { ScanInput } from '../../../shared/domain/scanning/scan.ts';
import { decideLeaveTask, decideStartTask, stepOf } from '../../../shared/domain/scanning/start.ts';
import type { ScanAnswer } from '../../../shared/domain/scanning/answer.ts';
import type { Context, Decision } from '../../../shared/domain/decision.ts';
import type { Task } from '../../../shared/domain/state/entities.ts';
import type { Reader } from '../../../shared/domain/state/world.ts';
import { location, poNumber, shipmentId, sku as skuOf, type OperationId } from '../../../shared/lib/ids.ts';
import { message, type Message } from '../../../shared/messages/say.ts';
import { recentScans } from '../queries/scans.ts';
import { taskView } from '../queries/task.ts';
import { diskState } from '../queries/status.ts';
import { StoreError } from '../../store/errors.ts';
import { scanWithPapers } from '../outgoing.ts';
import type { Station } from '../station.ts';
import { act, api, personOf, settle, signedIn, signedOut, type CallContext } from './base.ts';
import { beforeScan, keepAnswer } from './questions.ts';
import { signInByBadge } from './session.ts';

/** `scanId` becomes the first operation's id, so that a scan asked twice is found in the journal. */
function answerScan(context: CallContext, scanId: string | null, decision: (reader: Reader, context: Context) => Decision<ScanAnswer>): ScanReply {
  const { station } = context;
  const outcome = scanWithPapers(station, personOf(context), decision, scanId);
  const result = settle(outcome);
  const operation = outcome.ok ? outcome.operations.find(({ kind }) => kind !== 'task.set') : undefined;
  // An undo is decided before it is folded: what comes next is known only afterwards.
  const next = operation?.kind === 'scan.undone' ? stepOf(station.reader, taskOf(station)) : result.next;
  return { answer: { ...result, next, opId: operation?.opId ?? null }, task: taskView(station) };
}

/** A scan in its session: what the answer before it asked or refused is what it meets. */
function scanned(context: CallContext, scanId: string | null, input: Omit<ScanInput, 'confirming' | 'afterRefusal' | 'afterQuestion'>): ScanReply {
  const before = beforeScan(context.session, scanId);
  const reply = answerScan(context, scanId, (reader, decision) => decideAfter(reader, input, before, decision));
  keepAnswer(context.session, scanId, before, reply.answer, context.station.now());
  return reply;
}

/** Asked again because its answer was lost on the way: it is saved, and counts once. */
function alreadySaved({ station }: CallContext, scanId: string | null): ScanReply | undefined {
  if (scanId === null || !station.store.hasOperation(scanId)) return undefined;
  const next = stepOf(station.reader, taskOf(station));
  const answer: ScanAnswer = {
    result: 'accepted', message: message('scanning.savedBefore'), expected: null, details: [], opId: scanId as OperationId, undoable: true,
    confirm: null, progress: null, followUp: null, next,
  };
  return { answer, task: taskView(station) };
}

/** Below the last reserve nothing more is taken: a scan that cannot be saved must not be confirmed. */
function refuseOnFullDisk({ folder, store }: Station): void {
  if (diskState(folder.root).level === 'full') throw new StoreError('disk-full', store.file, 'less than 200 MB free');
}

export const floor = {
  scan: api.floor.scan.handler(({ context, input }) => {
    const saved = alreadySaved(context, input.scanId);
    if (saved) return saved;
    refuseOnFullDisk(context.station);
    // It waited, and who is signed in may have changed since: it is saved as its person's or not at all.
    if (input.by !== null && signedIn(context)?.staffId !== input.by) throw signedOut();
    const badge = signedIn(context) ? undefined : badgeOf(input.code);
    if (badge !== undefined) return signInReply(context, badge);
    const reply = scanned(context, input.scanId, { code: input.code, task: input.task, po: input.po === null ? null : poNumber(input.po), quantity: input.quantity });
    if (reply.answer.followUp?.kind === 'sign-in' && reply.answer.followUp.staffId !== null) signInByBadge(context, reply.answer.followUp.badge);
    return reply;
  }),
  task: api.floor.task.handler(({ context }) => taskView(context.station)),
  start: api.floor.start.handler(({ context, input }) => {
    act(context, (reader, decision) =>
      decideStartTask(reader, { kind: input.kind, po: input.po === null ? null : poNumber(input.po), shipmentId: input.shipmentId === null ? null : shipmentId(input.shipmentId), share: input.share, leave: input.leave }, decision),
    );
    return requireTask(context.station);
  }),
  walk: api.floor.walk.handler(({ context, input }) => {
    act(context, (reader, decision) => decideStartWalk(reader, { pos: input.pos.map(poNumber), share: input.share, leave: input.leave }, decision));
    return requireTask(context.station);
  }),
  join: api.floor.join.handler(({ context, input }) => {
    act(context, (reader, decision) => decideJoinWalk(reader, { po: poNumber(input.po), share: input.share }, decision));
    return requireTask(context.station);
  }),
  leave: api.floor.leave.handler(({ context }) => {
    act(context, decideLeaveTask);
    return null;
  }),
  undo: api.floor.undo.handler(({ context }) => scanned(context, null, { code: commandCode('undo'), task: null, po: null, quantity: null })),
  short: api.floor.short.handler(({ context, input: { scanId, ...input } }) => {
    const saved = alreadySaved(context, scanId);
    if (saved) return saved;
    const proposal = act(context, (reader, decision) => decideShort(reader, { ...input, po: poNumber(input.po), location: input.location === null ? null : location(input.location) }, decision), { opId: scanId ?? undefined });
    return acceptedReply(context.station, proposal.words);
  }),
  damaged: api.floor.damaged.handler(({ context, input }) => {
    const saved = alreadySaved(context, input.scanId);
    if (saved) return saved;
    const { sscc, carton, trace, location: bin } = input;
    const found: DamagedInput['found'] = sscc !== null ? { in: 'unit', sscc, carton, trace } : bin === null ? { in: 'hand' } : { in: 'bin', location: location(bin) };
    const { words, details } = act(context, (reader, decision) => decideDamaged(reader, { po: poNumber(input.po), line: input.line, eaches: input.eaches, reason: input.reason, found, code: carton ?? '' }, decision), { opId: input.scanId ?? undefined });
    return acceptedReply(context.station, words, details);
  }),
  move: api.floor.move.handler(({ context, input: { scanId, from, to, goods } }) => {
    const saved = alreadySaved(context, scanId);
    if (saved) return saved;
    const { to: onto, words, details } = act(context, (reader, decision) => decideMove(reader, { from, to, goods: goodsOf(goods) }, decision), { opId: scanId ?? undefined });
    return acceptedReply(context.station, words, details, to === null ? { kind: 'print-label', sscc: onto } : null);
  }),
  recent: api.floor.recent.handler(({ context }) => recentScans(context.station)),
};

/** A command of the screen that answers like a scan. */
function acceptedReply(station: Station, words: Message, details: readonly Message[] = [], followUp: ScanAnswer['followUp'] = null): ScanReply {
  const answer: ScanAnswer = {
    result: 'accepted', message: words, expected: null, details, opId: null, undoable: true, confirm: null, progress: null, followUp,
    next: stepOf(station.reader, taskOf(station)),
  };
  return { answer, task: taskView(station) };
}

const goodsOf = (goods: GoodsNamed): Goods => (goods.kind === 'product' ? { ...goods, sku: skuOf(goods.sku) } : goods);

/** Nobody is signed in and somebody scans a badge: the one scan that needs no person. */
function badgeOf(code: string): string | undefined {
  const decoded = decodeScan(code);
  return decoded.kind === 'badge' ? decoded.badge : undefined;
}

function signInReply(context: CallContext, badge: string): ScanReply {
  const { person } = signInByBadge(context, badge);
  const { station } = context;
  const answer: ScanAnswer = {
    result: 'info', message: message('app.signIn.welcome', { name: person?.name ?? badge }), expected: null, details: [], opId: null, undoable: false,
    confirm: null, progress: null, followUp: { kind: 'sign-in', badge, staffId: person?.staffId ?? null }, next: stepOf(station.reader, taskOf(station)),
  };
  return { answer, task: taskView(station) };
}

const taskOf = ({ reader, acting }: Station): Task | undefined => reader.get('task', { station: acting });

function requireTask(station: Station) {
  const view = taskView(station);
  if (!view) throw new Error('a task was started and is not there');
  return view;
}
