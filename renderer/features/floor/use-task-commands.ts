import { useCallback, useRef } from 'react';
import type { ScanReply, TaskView } from '../../../shared/contracts/views.ts';
import type { TaskKind } from '../../../shared/domain/state/entities.ts';
import { commandCode } from '../../../shared/lib/barcode/house-code.ts';
import type { CommandName } from '../../../shared/lib/barcode/scanned-code.ts';
import type { StationClient } from '../../bridge.ts';
import { useLeaveWalk } from '../../app/leave-walk-store.ts';
import { useScanDoor } from '../../app/scan-door.tsx';
import { useScans } from '../../app/scanning.ts';
import { useCommand } from '../../app/station.tsx';
import { useTakeTask } from '../../app/task.ts';

export interface Start {
  readonly kind: TaskKind;
  readonly po?: string;
  readonly shipmentId?: string;
  /** Knowing that another station holds it. */
  readonly share?: boolean;
}

export interface TaskCommands {
  readonly busy: boolean;
  readonly start: (what: Start) => Promise<boolean>;
  readonly leave: () => Promise<boolean>;
  /** The same as scanning the printed command. */
  readonly command: (name: CommandName) => void;
  /** A command that answers with the task as it then stands. */
  readonly task: (ask: (client: StationClient) => Promise<TaskView | null>) => Promise<boolean>;
  /** A command that answers like a scan: it sounds and stands in the scan bar. */
  readonly reply: (ask: (client: StationClient) => Promise<ScanReply>, code: string) => Promise<ScanReply | undefined>;
}

/** The buttons of the task screen: what they change is on the screen with the station's answer. */
export function useTaskCommands(): TaskCommands {
  const { run, busy } = useCommand();
  const take = useTakeTask();
  const door = useScanDoor();
  const task = useCallback<TaskCommands['task']>((ask) => run(async (client) => take(await ask(client))), [run, take]);
  const leaveWalk = useLeaveWalk();
  const start = useCallback<TaskCommands['start']>(
    async ({ kind, po, shipmentId, share = false }) => {
      const walk = await leaveWalk((cart) => kind === 'pick' && po !== undefined && cart.includes(po));
      if (walk === 'stay') return false;
      return task((client) => client.floor.start({ kind, po: po ?? null, shipmentId: shipmentId ?? null, share, leave: walk === 'leave' }));
    },
    [task, leaveWalk],
  );
  const leave = useCallback<TaskCommands['leave']>(() => task((client) => client.floor.leave({})), [task]);
  const sent = useRef<{ readonly name: CommandName; readonly until: number }>(undefined);
  const command = useCallback<TaskCommands['command']>(
    (name) => {
      const { answered, waiting } = useScans.getState();
      // A second tap before the first is answered: in the state that it leads to, the same command would mean something else.
      if (sent.current?.name === name && answered < sent.current.until) return;
      sent.current = { name, until: answered + waiting + 1 };
      door.scan(commandCode(name));
    },
    [door],
  );
  const reply = useCallback<TaskCommands['reply']>(
    async (ask, code) => {
      let answered: ScanReply | undefined;
      await run(async (client) => {
        answered = await ask(client);
        door.answer(answered, code);
      });
      return answered;
    },
    [run, door],
  );
  return { busy, start, leave, command, task, reply };
}
