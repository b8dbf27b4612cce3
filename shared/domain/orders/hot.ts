import type { Channel } from '../../documents/incoming.ts';
import { dateIn, daysBetween, type CalendarDate, type Instant } from '../../lib/time.ts';
import { message, type Message } from '../../messages/say.ts';
import type { HotRule, Settings } from '../settings/settings.ts';

/** What of an order the verdict looks at. */
export interface HotFacts {
  readonly po: string;
  readonly channel: Channel;
  /** Amazon's own mark: SP-API `purchaseOrderType` RushOrder, X12 BEG02 RO. */
  readonly rush: boolean;
  readonly orderType: string | null;
  readonly orderDate: CalendarDate | null;
  readonly windowEnd: CalendarDate | null;
  readonly notes: readonly string[];
  readonly lines: readonly { readonly asin: string | null; readonly title: string | null }[];
}

export interface HotVerdict {
  readonly hpo: boolean;
  /** Every reason that holds; for a third-party order why it is not one. */
  readonly why: readonly Message[];
}

/**
 * Whether an order is a hot purchase order, and why. Amazon's mark counts first, then each rule of the site that is switched on. Only
 * first-party vendor orders can be hot. `receivedAt` stands in for an order date that the document does not give.
 */
export function hotVerdict(facts: HotFacts, settings: Settings, receivedAt: Instant): HotVerdict {
  if (facts.channel !== 'vendor') return { hpo: false, why: [message('orders.why.thirdParty', { channel: channelName(facts.channel) })] };
  const marked = facts.rush ? [message('orders.why.rush', { orderType: facts.orderType ?? 'RushOrder' })] : [];
  const orderDate = facts.orderDate ?? dateIn(settings.zone, receivedAt);
  const ruled = settings.hotRules.filter((rule) => rule.enabled).flatMap((rule) => ruleVerdict(rule, facts, orderDate) ?? []);
  const why = [...marked, ...ruled];
  return { hpo: why.length > 0, why };
}

/** A third-party channel as texts select by it. */
export const channelName = (channel: Channel): string => (channel === 'seller-fba' ? 'fba' : channel === 'seller-fbm' ? 'fbm' : channel);

const HOURS_OF_A_DAY = 24;
/** So many ASINs a reason names; a person sees the rest in the order. */
const NAMED_ASINS = 3;

function ruleVerdict(rule: HotRule, facts: HotFacts, orderDate: CalendarDate): Message | undefined {
  const value = rule.value.trim();
  if (value === '') return undefined;
  switch (rule.kind) {
    case 'window-shorter-than-hours': {
      if (facts.windowEnd === null) return undefined;
      const hours = daysBetween(orderDate, facts.windowEnd) * HOURS_OF_A_DAY;
      const limit = Number(value);
      return hours < limit ? message('orders.why.window', { hours, limit }) : undefined;
    }
    case 'po-prefix':
      return facts.po.toUpperCase().startsWith(value.toUpperCase()) ? message('orders.why.poPrefix', { prefix: value }) : undefined;
    case 'text': {
      const wanted = value.toLowerCase();
      const found = [...facts.notes, ...facts.lines.map((line) => line.title ?? '')].some((text) => text.toLowerCase().includes(wanted));
      return found ? message('orders.why.text', { text: value }) : undefined;
    }
    case 'asin': {
      const listed = new Set(value.toUpperCase().split(/[\s,;]+/));
      const asins = [...new Set(facts.lines.flatMap((line) => (line.asin !== null && listed.has(line.asin.toUpperCase()) ? [line.asin] : [])))];
      if (asins.length === 0) return undefined;
      const more = asins.length > NAMED_ASINS ? ' …' : '';
      return message('orders.why.asin', { asins: `${asins.slice(0, NAMED_ASINS).join(', ')}${more}`, count: asins.length });
    }
  }
}
