import type { MessageParams } from '../../messages/say.ts';
import { unitName } from '../handling-units/names.ts';
import type { Reader } from '../state/world.ts';

/** A claim's subject for people: kind and name. */
export function subjectWords(reader: Reader, subject: string): MessageParams {
  const [kind = '', ...rest] = subject.split(':');
  const name = rest.join(':');
  return kind === 'unit' ? { kind: 'unit', name: unitName(reader, name) } : { kind: 'order', name };
}
