import type { Actor } from '../../../shared/domain/decision.ts';
import { decideFlag } from '../../../shared/domain/orders/decide-flag.ts';
import { decidePin } from '../../../shared/domain/orders/decide-order.ts';
import { decideSettings } from '../../../shared/domain/settings/decide-settings.ts';
import { decideAssign } from '../../../shared/domain/staffing/decide-assign.ts';
import { decideSetup } from '../../../shared/domain/staffing/decide-setup.ts';
import { decideStaffPut } from '../../../shared/domain/staffing/decide-staff.ts';
import { decideProductPut } from '../../../shared/domain/stock/decide-product.ts';
import { decideStockSet } from '../../../shared/domain/stock/decide-stock.ts';
import { poNumber, staffId } from '../../../shared/lib/ids.ts';
import { addDays, dateIn, DAY, HOUR, instant, later, MINUTE, parseZone, type Instant, type Zone } from '../../../shared/lib/time.ts';
import type { Locale } from '../../../shared/messages/define.ts';
import { settle } from '../api/base.ts';
import { fillOutbox } from '../outgoing.ts';
import { hashPin } from '../pin.ts';
import type { Station } from '../station.ts';
import { DemoClock } from './demo-clock.ts';
import { sellerFile, spApiFile, VENDOR_CODE, x12File, type DemoDocument } from './documents.ts';
import { demoOrders, fcZones, FLAGGED_BY_HAND, type Script } from './orders.ts';
import { DEMO_PREFIX, demoProducts } from './products.ts';
import { demoStaff } from './staff.ts';
import { Warehouse } from './warehouse.ts';

/** The demo's history begins so long before now. */
const HISTORY = 8 * DAY;

/** Something that happens in the demo, and when. */
interface Step {
  readonly at: Instant;
  readonly act: () => void;
}

type People = readonly [Actor, ...Actor[]];

/**
 * Fills an empty demo store with sixty orders, forty products and nine people, all through the real documents and
 * decisions, so long before now as their stage needs. A store that is set up is left as it is. All of it or nothing.
 * @param zone of the demo's site; undefined: this machine's.
 * @param locale its screens speak.
 */
export async function fillDemo(station: Station, zone?: Zone, locale: Locale = 'en'): Promise<void> {
  if (station.settings.configured) return;
  const siteZone = zone ?? parseZone(Intl.DateTimeFormat().resolvedOptions().timeZone) ?? station.settings.zone;
  const pins = await Promise.all(demoStaff.map(({ pin }) => hashPin(pin)));
  const now = station.now();
  station.stage((setClock) => {
    const clock = new DemoClock(instant(now - HISTORY), now, setClock);
    const warehouse = new Warehouse(station, clock);
    const people = settleIn(station, warehouse, { zone: siteZone, locale }, pins);
    const steps = demoOrders.flatMap((script, index) => stepsOf(script, index, { warehouse, people, now, zone: siteZone }));
    for (const { at, act } of steps.sort((left, right) => left.at - right.at)) {
      clock.to(at);
      act();
    }
    clock.to(now);
    lastTouches(warehouse, people);
  });
  fillOutbox(station);
}

/** Site, people, settings, products and what lies in the bins. */
function settleIn(station: Station, warehouse: Warehouse, { zone, locale }: { readonly zone: Zone; readonly locale: Locale }, pins: readonly string[]): People {
  const [first, ...others] = demoStaff;
  const hashOf = (index: number): string => pins[index] ?? '';
  if (!first) throw new Error('the demo has no people');
  const supervisor = settle(
    station.decideAsStation((reader, context) =>
      decideSetup(reader, { siteName: 'Riverside Kitchen Goods', zone, stationName: 'Dock 1', stationUse: 'shipping', locale, supervisorName: first.name, pinHash: hashOf(0) }, context),
    ),
  );
  warehouse.act(supervisor, (reader, context) => decideStaffPut(reader, { staffId: supervisor.staffId, name: first.name, role: first.role, badge: first.badge, pinHash: null, active: true }, context));
  const rest = others.map(({ name, role, badge }, index): Actor => {
    const id = warehouse.act(supervisor, (reader, context) => decideStaffPut(reader, { staffId: null, name, role, badge, pinHash: hashOf(index + 1), active: true }, context));
    return { staffId: staffId(id), name, role };
  });
  warehouse.act(supervisor, (reader, context) =>
    decideSettings(
      reader,
      {
        companyPrefix: DEMO_PREFIX,
        paceEachesPerHour: 500,
        shipFrom: { id: VENDOR_CODE, name: 'Riverside Kitchen Goods', addressLine: '1200 River Road', city: 'Reno', region: 'NV', postalCode: '89502', country: 'US' },
        shipToZones: zonesOfFcs(),
        hotRules: [
          { id: 'expedite', kind: 'text', value: 'expedite', enabled: true },
          { id: 'short-window', kind: 'window-shorter-than-hours', value: '48', enabled: false },
        ],
        ediId: 'VENDOR',
        ediPartnerId: 'AMAZON',
        ediTest: true,
      },
      context,
    ),
  );
  for (const { boxed, safety, ...fields } of demoProducts) {
    warehouse.act(supervisor, (reader, context) => decideProductPut(reader, fields, context));
    warehouse.act(supervisor, (reader, context) => decideStockSet(reader, { sku: fields.sku, boxed, safety, location: fields.location, reason: 'opening count' }, context));
  }
  return [supervisor, ...rest];
}

function zonesOfFcs(): Record<string, Zone> {
  const zones: Record<string, Zone> = {};
  for (const [fc, name] of Object.entries(fcZones)) {
    const zone = parseZone(name);
    if (zone) zones[fc] = zone;
  }
  return zones;
}

interface Stagecraft {
  readonly warehouse: Warehouse;
  readonly people: People;
  readonly now: Instant;
  readonly zone: Zone;
}

function stepsOf(script: Script, index: number, { warehouse, people, now, zone }: Stagecraft): Step[] {
  const po = poNumber(script.po);
  const ago = (milliseconds: number): Instant => instant(now - milliseconds);
  const received = ago(script.receivedAgo);
  const work = ago(script.workAgo);
  const desk = people[2 + (index % 2)] ?? people[0];
  const picker = people[script.picker] ?? people[0];
  const document = documentOf(script, received, now, zone);
  const steps: Step[] = [];
  const step = (at: Instant, act: () => void): number => steps.push({ at, act });

  step(received, () => {
    const file = script.channel === 'seller' ? sellerFile(document, script.po) : script.format === 'x12' ? x12File(document, 1001 + index) : spApiFile(document);
    warehouse.receive(file.name, file.text);
    if (script.po === FLAGGED_BY_HAND) {
      warehouse.act(people[0], (reader, context) => decideFlag(reader, { po, hpo: true, reason: 'Buyer called: listing runs out this week' }, context));
    }
  });
  if (script.stage === 'received') return steps;

  const answered = script.stage === 'acknowledged' || script.stage === 'rejected' ? work : later(received, 75 * MINUTE);
  step(answered, () => {
    warehouse.acknowledge(desk, po);
    warehouse.handOver(desk, po, script.stage === 'shipped');
  });
  if (script.stage === 'acknowledged' || script.stage === 'rejected') return steps;

  if (script.stage === 'changed') {
    const [first, ...others] = document.lines;
    const changed = { ...document, changedAt: work, lines: first ? [{ ...first, quantity: first.quantity - 2 * first.product.caseSize }, ...others] : [] };
    step(work, () => {
      const file = spApiFile(changed);
      warehouse.receive(file.name, file.text);
    });
    return steps;
  }

  step(script.stage === 'printed' ? work : later(answered, 30 * MINUTE), () => warehouse.print(desk, po));
  if (script.stage === 'printed') return steps;

  if (script.stage === 'picking' || script.stage === 'short') {
    step(work, () => {
      warehouse.pick(picker, po, script.stage === 'short' ? 0.5 : 0.6);
      if (script.stage === 'short') warehouse.short(picker, po);
    });
    return steps;
  }

  const shipping = script.stage === 'shipped' || script.stage === 'loading';
  // Amazon's carrier is asked for days ahead; the goods are picked the day before they leave.
  if (script.stage === 'loading') step(later(answered, HOUR), () => warehouse.route(desk, po));
  const picked = instant(work - (shipping ? 18 : 2) * HOUR);
  step(picked, () => warehouse.pick(picker, po));
  // The hot order of this stage is packed; the everyday ones are still being packed.
  const half = script.stage === 'packing' && !script.rush;
  step(shipping ? instant(work - 15 * HOUR) : instant(work - HOUR), () => warehouse.pack(picker, po, { leaveOpen: half, pallets: script.stage === 'loading' ? 2 : 1 }));
  if (script.stage === 'routed' || script.stage === 'shipped') step(script.stage === 'routed' ? work : instant(work - 3 * HOUR), () => warehouse.route(desk, po));
  if (!shipping) return steps;

  step(work, () => {
    const shipment = warehouse.shipmentOf(po);
    const serial = String(index + 1).padStart(4, '0');
    warehouse.carrier(desk, shipment, { scac: 'ABFS', pro: `1177${serial}20`, bol: `${VENDOR_CODE}${serial}77`, arn: script.freightTerm === 'collect' ? `6104${serial}` : null });
    warehouse.load(picker, po, script.stage === 'loading' ? 1 : Infinity);
  });
  if (script.stage === 'shipped') {
    step(later(work, HOUR), () => {
      warehouse.depart(desk, po);
      warehouse.handOver(desk, po, false);
    });
  }
  return steps;
}

function documentOf(script: Script, received: Instant, now: Instant, zone: Zone): DemoDocument {
  const fcZone = parseZone(fcZones[script.fc] ?? '') ?? zone;
  const orderDate = dateIn(fcZone, received);
  const windowEnd = addDays(dateIn(zone, now), script.windowDays);
  return {
    po: script.po, rush: script.rush, fc: script.fc, fcZone, orderedAt: later(received, -5 * MINUTE), orderDate, windowStart: orderDate, windowEnd,
    freightTerm: script.freightTerm, note: script.note, lines: script.lines, changedAt: null,
  };
}

/** Who is on what, one order pinned, one code that nothing knows. */
function lastTouches(warehouse: Warehouse, people: People): void {
  const [supervisor] = people;
  const assign = (po: string, ...indexes: readonly number[]): void => {
    const staffIds = indexes.flatMap((index) => people[index]?.staffId ?? []);
    warehouse.act(supervisor, (reader, context) => decideAssign(reader, { po, staffIds }, context));
  };
  assign('7SCALE3K', 4, 5);
  assign('7FILTR6T', 6);
  assign('7MOKA1WN', 3, 7);
  const pinned = demoOrders.find(({ stage, po }) => stage === 'acknowledged' && po !== FLAGGED_BY_HAND);
  if (pinned) warehouse.act(supervisor, (reader, context) => decidePin(reader, { po: pinned.po, pin: -1, reason: 'Truck to this FC leaves early' }, context));
  warehouse.scanUnknown(people[4] ?? supervisor, '0614141999996');
}
