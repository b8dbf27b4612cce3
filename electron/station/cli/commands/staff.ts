import type { StaffView } from '../../../../shared/contracts/views.ts';
import type { Role } from '../../../../shared/domain/state/entities.ts';
import { atDesk } from '../desk.ts';
import type { Globals } from '../globals.ts';
import type { Answer } from '../output.ts';
import { table } from '../table.ts';
import { iso, type Words } from '../words.ts';

export interface StaffOptions {
  readonly role: Role;
  readonly pin: string;
  readonly badge?: string;
}

/** Who works here and at what. */
export async function staffCommand(globals: Globals): Promise<void> {
  await atDesk(globals, async ({ client, words }) => answer(words, await client.people.list({})));
}

export async function staffAddCommand(globals: Globals, name: string, { role, pin, badge }: StaffOptions): Promise<void> {
  await atDesk(globals, async ({ client, words }) => answer(words, await client.people.put({ staffId: null, name, role, pin, badge: badge ?? null, active: true })));
}

const answer = (words: Words, people: readonly StaffView[]): Answer => ({
  json: {
    staff: people.map(({ staffId, name, role, badge, active, lockedUntil, task, assigned }) => ({
      staffId, name, role, badge, active, lockedUntil: iso(lockedUntil),
      task: task === null ? null : { kind: task.kind, po: task.po, since: iso(task.since) },
      assigned: assigned.map(({ po }) => po),
    })),
  },
  lines:
    people.length === 0
      ? [words.text('cli.staff.none')]
      : table(people, [
          { title: words.text('cli.column.name'), value: ({ name }) => name },
          { title: words.text('cli.column.role'), value: ({ role }) => words.text('cli.role', { role }) },
          { title: words.text('cli.column.badge'), value: ({ badge }) => badge ?? '–' },
          { title: words.text('cli.column.task'), value: ({ task }) => (task === null ? '–' : words.text('cli.task', { task: task.kind, po: task.po ?? '–' })) },
          { title: words.text('cli.column.assigned'), value: ({ assigned }) => assigned.map(({ po }) => po).join(', ') },
        ]),
});
