import { walkWith } from '../../shared/domain/papers/cart-list.ts';
import { tidyName } from '../../shared/domain/papers/decide.ts';
import type { PaperName } from '../../shared/domain/papers/printed.ts';
import { poNumber } from '../../shared/lib/ids.ts';
import { dateIn } from '../../shared/lib/time.ts';
import type { Station } from './station.ts';

/**
 * A paper as somebody asked for it: of a day sheet, `today` is the site's day; of a cart, any of its orders names it, and `mine` is the cart
 * of this station.
 */
export function paperNameOf(station: Station, { paper, subject }: PaperName): PaperName {
  if (paper === 'cart-list') return tidyName({ paper, subject: firstOnCart(station, subject) });
  const today = paper === 'day-sheet' && subject.trim().toLowerCase() === 'today';
  return tidyName({ paper, subject: today ? dateIn(station.settings.zone, station.now()) : subject });
}

function firstOnCart({ reader, acting }: Station, subject: string): string {
  const walk = subject.trim().toLowerCase() === 'mine' ? reader.get('task', { station: acting }) : walkWith(reader, poNumber(subject));
  return walk?.cart[0] ?? subject;
}
