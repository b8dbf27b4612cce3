import { EventPublisher } from '@orpc/server';
import { join } from 'node:path';
import { v7 } from 'uuid';
import shippedPolicy from '../../resources/chargeback-policy.json' with { type: 'json' };
import { aggregatesOf } from '../../shared/contracts/aggregates.ts';
import type { DesktopPrinting } from '../../shared/contracts/desktop-printing.ts';
import type { Operation } from '../../shared/contracts/operations.ts';
import type { StationEvent } from '../../shared/contracts/views.ts';
import type { Actor, Context, Decision } from '../../shared/domain/decision.ts';
import { chargebackRule, type ChargebackRule, type Settings } from '../../shared/domain/settings/settings.ts';
import { settingsAt } from '../../shared/domain/settings/station-settings.ts';
import { actingStation } from '../../shared/domain/sync/acting-station.ts';
import type { Reader } from '../../shared/domain/state/world.ts';
import { staffId } from '../../shared/lib/ids.ts';
import { SECOND, type Instant } from '../../shared/lib/time.ts';
import type { Message } from '../../shared/messages/say.ts';
import { makeFolder } from '../documents/make-folder.ts';
import { PrintingPress } from '../printing/printing-press.ts';
import { backUp, listBackups, type Backup } from '../store/backup.ts';
import { dropBallast } from '../store/ballast.ts';
import { StoreError } from '../store/errors.ts';
import { openStore, openStoreToRead } from '../store/health.ts';
import type { PageEffects } from '../store/sync/pages.ts';
import { lockFolder } from '../store/lock.ts';
import type { OpenStoreOptions } from '../store/open-options.ts';
import type { DecideOptions, Outcome, Store } from '../store/store.ts';
import type { Clock } from './clock.ts';
import { DataFolder } from './data-folder.ts';
import { FolderFaults } from './folders.ts';
import { Devices } from './devices/devices.ts';
import { eventsOfApplied } from './applied-events.ts';
import { freeBytes } from './free-bytes.ts';
import { eventsOf } from './events.ts';
import { logger } from './log.ts';
import { PrintDesk } from './print-desk.ts';
import { openCaseCount } from './queries/case-count.ts';
import { QueueIndex } from './queries/queue-index.ts';
import { noteRefused } from './refused-files.ts';
import { Sessions } from './sessions.ts';
import { syncRefusal } from './sync/enrolment.ts';
import { PairingFiles } from './sync/pairing.ts';
import { FileSecrets, type Sealer } from './sync/secrets.ts';
import { SyncService } from './sync/sync-service.ts';
import { touchedOrders } from './touched-orders.ts';

export interface StationOptions {
  readonly data: string;
  readonly clock: Clock;
  readonly version: string;
  /** The system's safe place for secrets, where the shell has one. */
  readonly sealer?: Sealer;
  /** The printing of the desktop app, where the station runs in it. */
  readonly desktop?: DesktopPrinting;
  /** On a full disk the store is opened to be read, instead of not at all. */
  readonly readWhenFull?: boolean;
}

/** The station acts by itself here (imports from the watched folder, measured pace); the journal names it so. */
const STATION_ACTOR: Actor = { staffId: staffId('station'), name: 'Station', role: 'supervisor' };

/**
 * The workstation without a window: one data folder, one writer, every command and query of the API's handlers.
 * Throws StoreError when the folder is in use or its store cannot be opened.
 */
export class Station {
  readonly folder: DataFolder;
  readonly version: string;
  readonly sessions = new Sessions();
  readonly press = new PrintingPress();
  readonly publisher = new EventPublisher<{ event: StationEvent }>({ maxBufferedEvents: 1000 });
  readonly devices: Devices;
  /** What does not work with the folders shared with other programs. */
  readonly folders = new FolderFaults(() => this.publisher.publish('event', { type: 'status' }));
  /** The printing of the desktop app; null where the station runs without it. */
  readonly desktop: DesktopPrinting | null;
  readonly #readWhenFull: boolean;
  readonly sync: SyncService;
  readonly printing: PrintDesk;
  #clock: Clock;
  readonly #lock: { readonly release: () => void };
  #store: Store;
  #notices: readonly Message[];
  #lastBackupAt: Instant | null = null;
  #lastSavedAt: Instant | null = null;
  #queue: QueueIndex | undefined;
  /** While a history is being staged nobody is told of its single steps. */
  #staging = false;

  constructor(options: StationOptions) {
    this.folder = new DataFolder(options.data);
    this.version = options.version;
    this.#clock = options.clock;
    this.desktop = options.desktop ?? null;
    this.#readWhenFull = options.readWhenFull === true;
    this.#lock = lockFolder(this.folder.lock);
    this.devices = new Devices(this.folder.root, () => this.publisher.publish('event', { type: 'changed', pos: [], subjects: ['devices'] }));
    try {
      const opened = this.#open();
      this.#store = opened.store;
      this.#notices = opened.notices;
      this.sync = this.#newSync(options);
      this.printing = this.#newDesk();
    } catch (error) {
      this.#lock.release();
      throw error;
    }
  }

  get store(): Store {
    return this.#store;
  }

  get reader(): Reader {
    return this.#store.reader;
  }

  /** The site's settings as they hold at this station. */
  get settings(): Settings {
    return settingsAt(this.#store.reader, this.#store.identity.station);
  }

  /** The name under which this station acts: its tasks, scans and claims carry it. */
  get acting(): string {
    const { station, incarnation } = this.#store.identity;
    return actingStation(station, incarnation);
  }

  /** The live orders in their order; built at the first question after a start. */
  get queue(): QueueIndex {
    this.#queue ??= new QueueIndex(this.#store.statements, this.settings);
    return this.#queue;
  }

  get notices(): readonly Message[] {
    return this.#notices;
  }

  get lastBackupAt(): Instant | null {
    return this.#lastBackupAt;
  }

  get lastSavedAt(): Instant | null {
    return this.#lastSavedAt;
  }

  /** True inside `stage`: nothing is saved yet, so nothing may leave the store. */
  get staging(): boolean {
    return this.#staging;
  }

  /** The time by which deadlines are judged: this machine's, put right by central's where that is known. */
  now(): Instant {
    return this.#staging || this.#store.identity.demo ? this.#clock() : this.sync.now();
  }

  /** The chargeback rules in force here: the site's own once edited, else those that ship with the product. */
  policy(): readonly ChargebackRule[] {
    const own = this.settings.chargebackRules;
    return own.length > 0 ? own : shippedRules;
  }

  contextOf(actor: Actor): Context {
    return { now: this.now(), actor, station: this.acting, newId: () => v7() };
  }

  /** Decides as a person and, when it stands, saves it. Throws StoreError; then nothing has changed. */
  decide<Result>(actor: Actor, decision: (reader: Reader, context: Context) => Decision<Result>, options: DecideOptions<Result> = {}): Outcome<Result> {
    const context = this.contextOf(actor);
    try {
      return this.#store.decide(context, (reader) => this.#ifReadable(decision(reader, context)), options);
    } catch (error) {
      if (error instanceof StoreError && error.reason === 'disk-full') dropBallast(this.folder.ballast);
      throw error;
    }
  }

  decideAsStation<Result>(decision: (reader: Reader, context: Context) => Decision<Result>, options: DecideOptions<Result> = {}): Outcome<Result> {
    return this.decide(STATION_ACTOR, decision, options);
  }

  async backUp(): Promise<Backup> {
    const backup = await backUp(this.#store, this.folder.backups, this.now());
    this.#lastBackupAt = backup.at;
    this.publisher.publish('event', { type: 'status' });
    return backup;
  }

  /** Opens an empty demo store; the real one waits untouched. The caller fills it. */
  enterDemo(): void {
    if (this.folder.inDemo) return;
    this.#swap(() => this.#openFile(this.folder.demoStore));
  }

  /** Leaves the demo with its data; the real store is as it was. */
  leaveDemo(): void {
    if (!this.folder.inDemo) return;
    this.#swap(() => {
      this.folder.setDemoAside(String(this.now()));
      return this.#open();
    });
  }

  /**
   * Lets a history happen in the past: `work` sets the clock as it goes, and all of it is saved as one transaction or
   * not at all. Screens hear of it once. For the demo, whose orders must have been worked on before now.
   */
  stage(work: (setClock: (at: Instant) => void) => void): void {
    const clock = this.#clock;
    this.#staging = true;
    try {
      this.#store.together(() => {
        work((at) => {
          this.#clock = () => at;
        });
      });
    } finally {
      this.#clock = clock;
      this.#staging = false;
      this.#queue = undefined;
    }
    this.#lastSavedAt = this.#store.newestAt();
    this.#tellAll();
  }

  /** Copies what the write-ahead log holds into the store file while nobody scans, so that the log stays short. */
  tidy(): void {
    // In the future: the clock was set back since.
    const idle = this.#lastSavedAt === null || Math.abs(this.now() - this.#lastSavedAt) > IDLE;
    if (idle) this.#store.database.pragma('wal_checkpoint(TRUNCATE)');
  }

  /** Sets an unfinished first copy of a site aside: the station is as new, and can join another. */
  startOver(): void {
    this.sync.stop();
    this.#swap(() => {
      this.folder.setSiteAside(String(this.#clock()));
      return this.#open();
    });
  }

  close(): void {
    this.sync.stop();
    void this.press.close();
    void this.devices.close();
    this.#store.close();
    this.#lock.release();
  }

  #swap(open: () => { store: Store; notices: readonly Message[] }): void {
    const before = this.#store.file;
    this.sync.stop();
    this.#store.close();
    const opened = this.#openOrReturn(open, before);
    this.#store = opened.store;
    this.#queue = undefined;
    this.#notices = opened.notices;
    this.sessions.clear();
    this.#tellAll();
    this.printing.follow();
    void this.sync.start();
  }

  #newDesk(): PrintDesk {
    return new PrintDesk({
      store: () => this.#store,
      settings: () => this.settings,
      press: this.press,
      desktop: this.desktop,
      now: () => this.now(),
      tell: (event) => this.publisher.publish('event', event),
    });
  }

  #newSync({ version, sealer }: StationOptions): SyncService {
    const folder = join(this.folder.root, 'central');
    const files = new PairingFiles(folder, new FileSecrets(folder, sealer ?? null));
    return new SyncService({
      store: () => this.#store,
      files,
      version,
      moment: () => ({ clock: this.#clock(), steady: performance.now() }),
      names: () => this.settings,
      openCases: () => openCaseCount(this.#store),
      onChange: () => this.publisher.publish('event', { type: 'status' }),
      onPhotoSent: () => this.publisher.publish('event', { type: 'changed', pos: [], subjects: ['units'] }),
    });
  }

  /** When the other store cannot be opened (a full disk), the one before is open again and the fault is the caller's. */
  #openOrReturn(open: () => { store: Store; notices: readonly Message[] }, before: string): { store: Store; notices: readonly Message[] } {
    try {
      return open();
    } catch (error) {
      if (before === this.folder.realStore) this.folder.setDemoAside(String(this.now()));
      this.#store = this.#openFile(before).store;
      throw error;
    }
  }

  #tellAll(): void {
    this.publisher.publish('event', { type: 'changed', pos: [], subjects: ['orders', 'stock', 'units', 'shipments', 'documents', 'staff', 'tasks', 'settings', 'cases', 'claims', 'peers', 'printing'] });
    this.publisher.publish('event', { type: 'status' });
  }

  #open(): { store: Store; notices: readonly Message[] } {
    return this.#openFile(this.folder.store);
  }

  #openFile(file: string): { store: Store; notices: readonly Message[] } {
    const demo = file === this.folder.demoStore;
    const opened = this.#openOrRead({
      file,
      backups: this.folder.backupsOf(file),
      now: this.#clock(),
      newIdentity: () => ({ site: v7(), station: v7().slice(-12), incarnation: 1, demo }),
    });
    if (!opened.store.readOnly) makeFolder(this.folder.outbox);
    this.#lastBackupAt = listBackups(this.folder.backups)[0]?.at ?? null;
    this.#lastSavedAt = opened.store.newestAt();
    opened.store.onCommitted((operations) => {
      this.#tell(operations);
      if (operations.some(({ kind }) => kind === 'evidence.photographed')) opened.store.sync.photos.reload();
      if (!this.#staging) this.sync.written();
    });
    opened.store.sync.onApplied((effects) => this.#tellApplied(effects));
    return opened;
  }

  #openOrRead(options: OpenStoreOptions): { store: Store; notices: readonly Message[] } {
    try {
      return openStore(options);
    } catch (error) {
      if (!this.#readWhenFull || !(error instanceof StoreError) || !this.#saysFull(error)) throw error;
      return openStoreToRead(options);
    }
  }

  /** SQLite calls a full disk so only where it writes pages; elsewhere it is a failure like any other. */
  #saysFull({ reason }: StoreError): boolean {
    return reason === 'disk-full' || (reason === 'failed' && freeBytes(this.folder.root) < NO_ROOM);
  }

  /** Settings and products can move every order; anything else names the orders it moves. */
  #followQueue(operations: readonly Operation[]): void {
    if (operations.some(({ kind }) => MOVES_ALL.has(kind))) {
      this.#queue = undefined;
      return;
    }
    for (const po of touchedOrders(this.reader, operations)) this.#queue?.update(this.reader, po);
  }

  /** What an operation of a newer release is about can be read here and not worked on: the rest of its story is not known. */
  #ifReadable<Result>(made: Decision<Result>): Decision<Result> {
    if (!made.ok || this.#store.sync.readsAll()) return made;
    const unknown = made.operations.flatMap(aggregatesOf).find((name) => WORKED_ON.test(name) && this.#store.sync.needsUpdate(name));
    return unknown === undefined ? made : { ok: false, refusal: syncRefusal('sync.refused.needsUpdate', unknown.replace(':', ' ')) };
  }

  /** A page of the site's order has changed rows that may be on a screen. */
  #tellApplied({ placed, relaid, everything, differences }: PageEffects): void {
    for (const difference of differences) logger.error(difference, 'central judged an operation otherwise than this station');
    if (everything) {
      this.#queue = undefined;
      this.#tellAll();
      return;
    }
    this.#followQueue([...placed.map(({ operation }) => operation), ...relaid]);
    this.#publish(eventsOfApplied(this.reader, placed, { acting: this.acting, now: this.now() }));
  }

  #tell(operations: readonly Operation[]): void {
    if (this.#staging) return;
    this.#lastSavedAt = this.now();
    this.#followQueue(operations);
    this.#publish(eventsOf(this.reader, operations));
  }

  #publish(events: readonly StationEvent[]): void {
    for (const event of events) if (event.type === 'file-refused') noteRefused(this.#store, event.documentId);
    for (const event of events) this.publisher.publish('event', event);
  }
}

const NO_ROOM = 1024 * 1024;
const IDLE = 30 * SECOND;

const WORKED_ON = /^(?:order|unit|shipment):/;

const MOVES_ALL: ReadonlySet<Operation['kind']> = new Set(['settings.changed', 'pace.measured', 'product.put']);

const shippedRules: readonly ChargebackRule[] = chargebackRule.array().parse(shippedPolicy);
