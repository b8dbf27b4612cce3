import { createHash, randomInt } from 'node:crypto';
import { PROTOCOL, type EnrolReply } from '../../../shared/contracts/sync.ts';
import type { SyncView } from '../../../shared/contracts/views.ts';
import type { Refusal } from '../../../shared/domain/decision.ts';
import { SECOND, type Instant } from '../../../shared/lib/time.ts';
import type { Store } from '../../store/store.ts';
import { describe } from '../../sync/describe.ts';
import { newDeviceKey, publicHalf } from '../../sync/device-key.ts';
import { machineTime, SyncDriver } from '../../sync/driver.ts';
import type { Moment } from '../../sync/events.ts';
import { PhotoSender, type PhotoJournal } from '../../sync/photo-sender.ts';
import { initialState, type SyncState } from '../../sync/state.ts';
import type { Transport } from '../../sync/transport.ts';
import { logger } from '../log.ts';
import { CentralTime } from './central-time.ts';
import { isCertificate, originOf, refusalOfEnrolment, syncRefusal } from './enrolment.ts';
import type { Pairing, PairingFiles } from './pairing.ts';
import { troubleMessage } from './trouble.ts';

export interface SyncServiceOptions {
  readonly store: () => Store;
  readonly files: PairingFiles;
  readonly moment: () => Moment;
  readonly version: string;
  readonly names: () => { readonly siteName: string; readonly stationName: string; readonly configured: boolean };
  readonly openCases: () => number;
  /** Something that people see has changed. */
  readonly onChange: () => void;
  /** A photo taken here is at central now. */
  readonly onPhotoSent: () => void;
}

export interface PairInput {
  readonly address: string;
  readonly code: string;
  readonly certificate: string | null;
  /** How this station is to be called, where it has no name yet. */
  readonly stationName?: string;
}

type Result = { readonly ok: true; readonly result: undefined } | { readonly ok: false; readonly refusal: Refusal };

/** Loaded when it is needed: a station that works alone starts without it. */
const httpModule = () => import('../../sync/http-transport.ts');

const DONE: Result = { ok: true, result: undefined };
const refused = (refusal: Refusal): Result => ({ ok: false, refusal });

/** Screens ask again at each change; more often than this nobody can read. */
const TELL_EVERY = SECOND;

/** Digits of the random number that a step is given. */
const FINE = 2 ** 32;

/** The station's dealings with central: pairing, the running engine, how it stands, documents fetched when looked at. */
export class SyncService {
  readonly #options: SyncServiceOptions;
  readonly #time = new CentralTime();
  #running: { readonly driver: SyncDriver; readonly photos: PhotoSender; readonly transport: Transport; readonly pairing: Pairing } | null = null;
  /** The system no longer gives back what it kept: another person, a reset profile. */
  #keyLost = false;
  /** A start that was overtaken, by another or by a stop, comes to nothing. */
  #turn = 0;
  #heardAt: number | null = null;
  #seen = '';
  #telling: ReturnType<typeof setTimeout> | undefined;
  #toldAt = -TELL_EVERY;

  constructor(options: SyncServiceOptions) {
    this.#options = options;
  }

  /** The central this station is paired with; null when it works alone. A demo always does. */
  get pairing(): Pairing | null {
    return this.#options.store().identity.demo ? null : this.#options.files.read();
  }

  /** Begins to sync where the station is paired; harmless when it runs already or works alone. */
  async start(): Promise<void> {
    const { pairing } = this;
    if (!pairing || this.#running) return;
    const files = this.#options.files;
    this.#turn += 1;
    const turn = this.#turn;
    const [key, refreshToken, { httpTransport }] = await Promise.all([files.key(), files.refreshToken(), httpModule()]);
    if (turn !== this.#turn) return;
    this.#keyLost = !key || refreshToken === null;
    if (!key || refreshToken === null) {
      logger.error('the device key or the refresh token cannot be read back: pair this station again');
      this.#tell();
      return;
    }
    const store = this.#options.store();
    if (store.sync.paired) store.sync.offerAgain();
    else store.sync.pair(pairing);
    let token = refreshToken;
    const transport = httpTransport(
      { address: pairing.address, certificate: pairing.certificate, clock: () => this.#options.moment().clock },
      {
        site: pairing.site, station: pairing.station, version: this.#options.version, key,
        refreshToken: () => token,
        keepRefreshToken: async (next) => {
          await files.keepRefreshToken(next);
          token = next;
        },
      },
    );
    const random = (): number => randomInt(FINE) / FINE;
    const onFault = (error: unknown, what: string): void => logger.error({ error: error instanceof Error ? error.stack : error, what }, 'sync');
    const photos = new PhotoSender({ photos: photosOf(store), transport, time: machineTime, random, onSent: this.#options.onPhotoSent, onFault });
    const driver = new SyncDriver({
      journal: store.sync, copy: store.sync.copy, transport, moment: this.#options.moment, random, onFault,
      onState: (state) => {
        photos.look(state);
        this.#look(state);
      },
    });
    this.#running = { driver, photos, transport, pairing };
    driver.start(copyOf(store));
  }

  /** Ends all that is under way at once: the store may be closed after it. */
  stop(): void {
    this.#turn += 1;
    clearTimeout(this.#telling);
    this.#telling = undefined;
    const running = this.#running;
    this.#running = null;
    this.#heardAt = null;
    if (!running) return;
    void running.photos.stop();
    void running.driver.stop();
  }

  async pair(input: PairInput): Promise<Result> {
    const store = this.#options.store();
    if (store.identity.demo) return refused(syncRefusal('sync.refused.demo', input.address));
    const known = this.pairing;
    if (known && !this.#mayPairAgain()) return refused(syncRefusal('sync.refused.paired', known.address));
    const origin = originOf(input.address);
    if (!origin.ok) return refused(origin.refusal);
    if (input.certificate !== null && !isCertificate(input.certificate)) return refused(syncRefusal('sync.refused.badCertificate', input.address));
    const files = this.#options.files;
    // The key is kept before central hears of it: an answer lost on the way does not leave a station without its key.
    const key = (await files.key()) ?? (await newDeviceKey());
    await files.keepKey(key);
    const { siteName, stationName } = { ...this.#options.names(), ...(input.stationName === undefined ? {} : { stationName: input.stationName }) };
    const { enrol } = await httpModule();
    const answer = await enrol(
      { address: origin.origin, certificate: input.certificate, clock: () => this.#options.moment().clock },
      {
        code: input.code, station: store.identity.station, stationName, site: store.identity.site, siteName, operations: store.journalLength(),
        publicKey: publicHalf(key), version: this.#options.version, protocol: PROTOCOL,
      },
    );
    if (!answer.ok) return refused(refusalOfEnrolment(answer.failure, input.address));
    this.stop();
    await files.write(pairingOf(answer.reply, store.identity.station, origin.origin, input.certificate), answer.reply.refreshToken);
    await this.start();
    this.#tell();
    return DONE;
  }

  /** Where central no longer takes this station's word, a new code gives it a new one without leaving first. */
  #mayPairAgain(): boolean {
    const trouble = this.view().trouble?.key;
    return trouble === troubleMessage('unpaired').key || trouble === troubleMessage('revoked').key;
  }

  /** Forgets central; what is in the store stays. */
  leave(): Result {
    const { pairing } = this;
    if (!pairing) return refused(syncRefusal('sync.refused.alone', ''));
    this.stop();
    this.#options.files.remove();
    this.#tell();
    return DONE;
  }

  /** Tries at once, and begins where nothing ran yet (a command on a folder that nobody serves). */
  async tryNow(): Promise<Result> {
    if (!this.pairing) return refused(syncRefusal('sync.refused.alone', ''));
    await this.start();
    this.#running?.driver.tell({ type: 'try-now' });
    return DONE;
  }

  /** Operations were saved here. */
  written(): void {
    this.#running?.driver.written();
  }

  /** The machine woke or its network changed: what looks connected may be dead. */
  networkUp(): void {
    this.#running?.driver.tell({ type: 'network-up' });
  }

  /** The machine's time put right by central's. */
  now(): Instant {
    return this.#time.correct(this.#options.moment());
  }

  /** A document that another station holds, fetched and kept; undefined when it cannot be had now. */
  async document(sha256: string, signal: AbortSignal): Promise<Uint8Array | undefined> {
    const running = this.#running;
    if (!running) return undefined;
    const answer = await running.transport.blob(sha256, signal);
    if (!answer.ok || this.#running !== running || createHash('sha256').update(answer.reply).digest('hex') !== sha256) return undefined;
    this.#options.store().sync.keepBlob(answer.reply);
    return answer.reply;
  }

  /** A photo that another station took: central has it, so this station need not send it. */
  async photo(sha256: string, signal: AbortSignal): Promise<Uint8Array | undefined> {
    const bytes = await this.document(sha256, signal);
    const { sync } = this.#options.store();
    const { epoch } = sync.cursor();
    if (bytes && epoch !== null) sync.photos.markSent(sha256, epoch);
    return bytes;
  }

  view(): SyncView {
    const pairing = this.#running?.pairing ?? this.pairing;
    const openCases = this.#options.openCases();
    if (!pairing) return { ...ALONE, openCases };
    const state = this.#stateNow();
    const { state: word, trouble: told, ...rest } = describe(state, { clock: this.now(), steady: this.#options.moment().steady });
    const trouble = this.#keyLost ? 'unpaired' : told;
    return {
      ...rest,
      state: word === 'joining' && this.#options.names().configured ? 'catching-up' : word,
      trouble: trouble === null ? null : troubleMessage(trouble),
      address: pairing.address,
      stationNumber: pairing.stationNumber,
      lastSentAt: state.lastSentAt,
      lastHeardAt: state.lastHeardAt,
      skewMs: state.skewMs,
      openCases,
    };
  }

  /** Where nothing runs, what the store knows. */
  #stateNow(): SyncState {
    if (this.#running) return this.#running.driver.state;
    const { sync } = this.#options.store();
    return { ...initialState, backlog: sync.backlog(), cursor: sync.cursor(), firstCopy: sync.awaitsCopy };
  }

  #look(state: SyncState): void {
    if (!this.#running) return;
    if (state.heardAt !== null && state.heardAt !== this.#heardAt && state.skewMs !== null) this.#time.measure(this.#options.moment(), state.skewMs);
    this.#heardAt = state.heardAt;
    const { lastSentAt: _, lastHeardAt: __, skewMs, ...view } = this.view();
    const seen = JSON.stringify([view, skewMs === null ? null : Math.round(skewMs / (10 * SECOND))]);
    if (seen === this.#seen) return;
    this.#seen = seen;
    this.#tell();
  }

  #tell(): void {
    if (this.#telling) return;
    const wait = Math.max(0, this.#toldAt + TELL_EVERY - this.#options.moment().steady);
    this.#telling = setTimeout(() => {
      this.#telling = undefined;
      this.#toldAt = this.#options.moment().steady;
      this.#options.onChange();
    }, wait);
    this.#telling.unref();
  }
}

const photosOf = ({ sync }: Store): PhotoJournal => ({
  next: (epoch) => sync.photos.next(epoch),
  bytes: (sha256) => sync.blob(sha256),
  markSent: (sha256, epoch) => sync.photos.markSent(sha256, epoch),
  pass: (sha256) => sync.photos.pass(sha256),
});

function copyOf({ sync }: Store): 'none' | 'owed' | 'begun' {
  if (!sync.awaitsCopy) return 'none';
  return sync.parts.membership.state?.manifest ? 'begun' : 'owed';
}

const ALONE: Omit<SyncView, 'openCases'> = {
  state: 'alone', address: null, stationNumber: null, unsent: 0, oldestUnsentAt: null, behind: 0, lastSentAt: null, lastHeardAt: null, nextAttemptAt: null, trouble: null, skewMs: null, progress: null,
};

const pairingOf = ({ site, siteName, stationNumber, incarnation, epoch }: EnrolReply, station: string, address: string, certificate: string | null): Pairing => ({
  address, certificate, site, siteName, station, stationNumber, incarnation, epoch,
});
