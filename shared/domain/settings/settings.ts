import { z } from 'zod';
import { limits } from '../handling-units/dock-limits.ts';
import { printer, printerFor } from '../printing/printer.ts';
import { parseTimeOfDay, parseZone, type TimeOfDay, type Zone } from '../../lib/time.ts';

const zone = z.string().transform((text, context): Zone => {
  const parsed = parseZone(text);
  if (parsed) return parsed;
  context.addIssue({ code: 'custom', message: 'not an IANA time zone', params: { expected: 'zone' } });
  return z.NEVER;
});

const timeOfDay = z.string().transform((text, context): TimeOfDay => {
  const parsed = parseTimeOfDay(text);
  if (parsed) return parsed;
  context.addIssue({ code: 'custom', message: 'not a time HH:MM', params: { expected: 'time' } });
  return z.NEVER;
});

/** As GS1 gives it: 6 to 12 digits; empty until it is known. */
const companyPrefix = z.string().refine((text) => /^(\d{6,12})?$/.test(text), { params: { expected: 'prefix' } });

/** A rule that marks an order as hot on receipt, besides Amazon's own mark. */
export const hotRule = z.object({
  id: z.string().min(1),
  kind: z.enum(['window-shorter-than-hours', 'po-prefix', 'text', 'asin']),
  /** Hours as digits, a prefix, a piece of text (any case), or ASINs separated by blanks or commas. */
  value: z.string().min(1).max(4000),
  enabled: z.boolean(),
});
export type HotRule = z.infer<typeof hotRule>;

export const chargebackRule = z.object({
  id: z.string().min(1),
  /** What must have happened for the rule to bite. */
  event: z.enum(['not-filled', 'down-confirmed', 'overage', 'late', 'low-confirmation', 'asn-inaccurate']),
  title: z.string().min(1),
  /** Percent of the cost of the units concerned. */
  percent: z.number().min(0).max(100),
  /** When Amazon waives it, in words; null when never. */
  waiver: z.string().nullable(),
  /** `YYYY-MM-DD` the rate holds from; null where no source gives one. */
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  source: z.string().min(1),
  enabled: z.boolean(),
});
export type ChargebackRule = z.infer<typeof chargebackRule>;

const party = z.object({
  id: z.string().max(80),
  name: z.string().max(100),
  addressLine: z.string().max(100),
  city: z.string().max(60),
  region: z.string().max(40),
  postalCode: z.string().max(20),
  country: z.string().max(2),
});

/** Everything a site can set. Defaults make a fresh station usable; each unit is in the name. */
export const settingsSchema = z.object({
  configured: z.boolean(),
  siteName: z.string().min(1).max(80),
  zone,
  stationName: z.string().min(1).max(40),
  stationUse: z.enum(['floor', 'shipping', 'supervisor']),
  locale: z.enum(['en', 'es']),
  theme: z.enum(['system', 'light', 'dark', 'contrast']),
  paperSize: z.enum(['A4', 'Letter']),
  labelDpi: z.union([z.literal(203), z.literal(300)]),
  /** The printers that this station reaches, and which of them prints what; a kind without one is shown, to be printed by hand. */
  printers: z.array(printer).max(30),
  printerFor,
  /** The carrier's last collection of the day: an order must leave by then on its window's last day. */
  shipCutoff: timeOfDay,
  /** Calendar days between dock and FC for windows that speak of delivery. */
  transitDays: z.int().min(0).max(30),
  acknowledgeHours: z.int().min(1).max(168),
  acknowledgementChangeHours: z.int().min(1).max(336),
  /** Amazon's collect pickup must be asked this many business days ahead (SP-API submitShipments). */
  routingBusinessDays: z.int().min(0).max(10),
  confirmationMinutes: z.int().min(1).max(1440),
  /** Pace of picking and packing together: measured when enough was scanned, else this default. */
  paceEachesPerHour: z.int().min(1).max(100_000),
  paceMeasured: z.boolean(),
  /** Fixed work of an order besides its units: walking, labels, paper. */
  orderOverheadMinutes: z.int().min(0).max(1440),
  /** An order is at risk when less than this is left before its latest start. */
  riskMarginMinutes: z.int().min(0).max(2880),
  companyPrefix,
  ssccExtension: z.int().min(0).max(9),
  /** How high a pallet may stand and what it may weigh before packers and the desk are warned. */
  palletHeightMm: z.int().min(500).max(5_000),
  palletWeightGrams: z.int().min(50_000).max(5_000_000),
  currency: z.string().regex(/^[A-Z]{3}$/),
  shipFrom: party,
  hotRules: z.array(hotRule).max(200),
  chargebackRules: z.array(chargebackRule).max(200),
  /** FC or party code -> IANA zone, for windows written as days of the ship-to. */
  shipToZones: z.record(z.string(), zone),
  /** SAN, GLN or other party id -> the code people know (PHX3). */
  shipToCodes: z.record(z.string(), z.string().max(80)),
  ediQualifier: z.string().min(2).max(2),
  ediId: z.string().max(15),
  ediPartnerQualifier: z.string().min(2).max(2),
  ediPartnerId: z.string().max(15),
  ediTest: z.boolean(),
  /**
   * Who hands prepared documents to the customer's gateway once stations are paired: central, for all of them, or each station
   * through its own outbox. Never both: a document would go out twice. A station that works alone always uses its outbox.
   */
  handOver: z.enum(['central', 'station']),
  /** Folders of this station; empty = off (watched) or inside the data folder (outbox). */
  watchedFolder: z.string().max(1000),
  outboxFolder: z.string().max(1000),
});
export type Settings = z.infer<typeof settingsSchema>;

/** The fields that every station sets for itself. */
export type StationSettings = Pick<Settings, 'stationName' | 'stationUse' | 'theme' | 'locale' | 'paperSize' | 'labelDpi' | 'printers' | 'printerFor' | 'watchedFolder' | 'outboxFolder'>;

/** A change names only the fields it changes. */
export const settingsPatch = settingsSchema.partial();
export type SettingsPatch = z.infer<typeof settingsPatch>;

export const defaultSettings: Settings = {
  configured: false,
  siteName: 'Warehouse',
  zone: 'UTC' as Zone,
  stationName: 'Station 1',
  stationUse: 'floor',
  locale: 'en',
  theme: 'system',
  paperSize: 'Letter',
  labelDpi: 203,
  printers: [],
  printerFor: { label: null, 'pick-list': null, sheet: null },
  shipCutoff: '16:00' as TimeOfDay,
  transitDays: 0,
  acknowledgeHours: 24,
  acknowledgementChangeHours: 48,
  routingBusinessDays: 2,
  confirmationMinutes: 30,
  paceEachesPerHour: 240,
  paceMeasured: false,
  orderOverheadMinutes: 20,
  riskMarginMinutes: 60,
  companyPrefix: '',
  ssccExtension: 0,
  palletHeightMm: limits.palletMm,
  palletWeightGrams: limits.palletGrams,
  currency: 'USD',
  shipFrom: { id: '', name: '', addressLine: '', city: '', region: '', postalCode: '', country: 'US' },
  hotRules: [],
  chargebackRules: [],
  shipToZones: {},
  shipToCodes: {},
  ediQualifier: 'ZZ',
  ediId: 'VENDOR',
  ediPartnerQualifier: 'ZZ',
  ediPartnerId: 'AMAZON',
  ediTest: false,
  handOver: 'central',
  watchedFolder: '',
  outboxFolder: '',
};
