import { tidyName } from '../../shared/domain/papers/decide.ts';
import type { PaperName } from '../../shared/domain/papers/printed.ts';
import { dateIn } from '../../shared/lib/time.ts';
import type { Station } from './station.ts';

/** A paper as somebody asked for it: of a day sheet, `today` is the site's day. */
export function paperNameOf(station: Station, { paper, subject }: PaperName): PaperName {
  const today = paper === 'day-sheet' && subject.trim().toLowerCase() === 'today';
  return tidyName({ paper, subject: today ? dateIn(station.settings.zone, station.now()) : subject });
}
