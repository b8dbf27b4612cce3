import { message } from '../../messages/say.ts';
import { paperWord } from '../papers/paper-word.ts';
import { changesSince, markNow } from '../papers/printed.ts';
import type { Reader } from '../state/world.ts';
import { answered, wrong, type ScanDecision, type Step } from './answer.ts';
import type { Resolved } from './resolve.ts';

/** A printed paper: still right, or outdated and what has changed since. Nothing counts, the work goes on where it was. */
export function scanPaper(reader: Reader, { name, printedAt, mark }: Extract<Resolved, { kind: 'paper' }>, here: Step): ScanDecision {
  const now = markNow(reader, name);
  const words = { paper: paperWord[name.paper], subject: name.subject, printed: mark, printedAt, now: now ?? '' };
  if (now === undefined) return wrong(message(name.paper === 'cart-list' ? 'cartList.over' : 'scanning.paper.unknown', words), here);
  if (now === mark) return answered('info', message('scanning.paper.current', words), here);
  return wrong(message('scanning.paper.outdated', words), here, null, changesSince(reader, name, printedAt));
}
