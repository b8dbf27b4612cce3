import { expect, test } from 'vitest';
import { changesText } from '../../../renderer/app/changes-text.ts';
import { answerEndsFirst } from '../../../renderer/features/queue/words.ts';
import { actorName } from '../../../renderer/ui/text/actor-name.ts';
import { HOUR, instant, later } from '../../../shared/lib/time.ts';
import { message, say, type Message } from '../../../shared/messages/say.ts';

const now = instant(Date.UTC(2026, 10, 24, 19, 0));

test('where one clock has room it is the one that ends next: a cut-off that has passed is not hidden behind the answer', () => {
  const row = { state: 'received', channel: 'vendor', acknowledged: false, acknowledgeBy: later(now, 24 * HOUR), shipBy: later(now, 48 * HOUR) } as const;
  expect(answerEndsFirst(row)).toBe(true);
  expect(answerEndsFirst({ ...row, shipBy: null })).toBe(true);
  expect(answerEndsFirst({ ...row, shipBy: later(now, -HOUR) })).toBe(false);
  expect(answerEndsFirst({ ...row, acknowledged: true })).toBe(false);
  expect(answerEndsFirst({ ...row, state: 'rejected' })).toBe(false);
});

test('a notice tells three changes and counts the others', () => {
  const words = { t: (key: 'app.alert.changed.more', params: { count: number }) => say('en', key, params), tell: ({ key, params }: Message) => say('en', key, params) };
  const changes = (count: number): Message[] => Array.from({ length: count }, (_, index) => message('orders.change.lineAdded', { line: `${index + 1}`, product: 'MUG', to: 12, unit: 'eaches' }));
  expect(changesText(words as never, changes(3))).toBe('Line 1 (MUG) added: 12 eaches. · Line 2 (MUG) added: 12 eaches. · Line 3 (MUG) added: 12 eaches.');
  expect(changesText(words as never, changes(11))).toMatch(/Line 3 .* · 8 more changes$/);
});

test('what nobody did by hand has an actor in the reader’s language', () => {
  const words = { t: (key: 'common.actor', params: { who: string }) => say('es', key, params) };
  expect(['station', 'console', 'p1'].map((staffId) => actorName(words as never, { staffId, name: staffId }))).toEqual(['Estación', 'Consola', 'p1']);
});
