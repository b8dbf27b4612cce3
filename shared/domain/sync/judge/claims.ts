import type { PoNumber } from '../../../lib/ids.ts';
import { message } from '../../../messages/say.ts';
import type { Occurrence } from '../../decision.ts';
import type { BodyOf } from '../../folds.ts';
import type { Reader } from '../../state/world.ts';
import { isUnseen } from '../act.ts';
import { subjectWords } from '../claim-words.ts';
import type { Finding } from './finding.ts';

/** Work taken that another station had taken. The first in the site's order holds it; the other one is told. */
export function judgeClaim(reader: Reader, { subject, shared }: BodyOf<'claim.taken'>, occurrence: Occurrence): readonly Finding[] {
  const held = reader.get('claim', { subject });
  if (!held || shared || held.station === occurrence.station || !isUnseen(held.act, occurrence)) return [];
  const words = subjectWords(reader, subject);
  return [{
    type: 'claimed-twice',
    what: message('cases.claimedTwice.what', words),
    first: { act: held.act, what: message('cases.side.claimed', words) },
    second: message('cases.side.claimed', words),
    stakes: [],
    about: aboutOf(reader, subject),
    detail: { firstPlace: held.station, secondPlace: occurrence.station },
  }];
}

function aboutOf(reader: Reader, subject: string): Finding['about'] {
  if (subject.startsWith('order:')) return { po: reader.get('order', { po: subject.slice('order:'.length) as PoNumber })?.po ?? null };
  const sscc = subject.slice('unit:'.length);
  return { sscc, po: reader.get('unit', { sscc })?.po ?? null };
}
