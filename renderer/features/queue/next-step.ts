import { ClipboardCheck, Eye, FileCheck, Hand, PackageCheck, PackageX, Printer, Route, Truck, UsersRound, Wrench, type LucideIcon } from 'lucide-react';
import { useCallback } from 'react';
import { useLocation } from 'wouter';
import type { NextAction, QueueRow } from '../../../shared/contracts/views.ts';
import { mayDo, type Act } from '../../../shared/domain/staffing/rights.ts';
import { useLeaveWalk } from '../../app/leave-walk-store.ts';
import { usePrint } from '../../app/use-print.ts';
import { useCommand, useStationState } from '../../app/station.tsx';
import { useText } from '../../ui/i18n.tsx';
import { askAbout } from './order-dialog-store.ts';

export interface NextStep {
  readonly label: string;
  /** For a row of a table. */
  readonly short: string;
  readonly icon: LucideIcon;
  readonly onPress: () => void;
}

const looks: Readonly<Record<NextAction, { readonly act: Act; readonly icon: LucideIcon }>> = {
  review: { act: 'review', icon: Eye },
  complete: { act: 'products', icon: Wrench },
  acknowledge: { act: 'acknowledge', icon: ClipboardCheck },
  'hand-over': { act: 'documents', icon: FileCheck },
  'print-list': { act: 'print', icon: Printer },
  pick: { act: 'pick', icon: Hand },
  pack: { act: 'pack', icon: PackageCheck },
  route: { act: 'routing', icon: Route },
  load: { act: 'load', icon: Truck },
  depart: { act: 'depart', icon: Truck },
  confirm: { act: 'documents', icon: FileCheck },
  'resolve-short': { act: 'acknowledge', icon: PackageX },
};

/** The one thing to do next with an order as a button's words and deed; undefined where nothing is left or the role may not. */
export function useNextStep(): (row: QueueRow) => NextStep | undefined {
  const { t } = useText();
  const [, go] = useLocation();
  const start = useStartTask();
  const print = usePrintList();
  const role = useStationState(({ session }) => session?.person?.role);
  return useCallback((row) => {
    // What a newer release did to it is not understood here: it is read, not worked on.
    if (row.next === null || row.needsUpdate || role === undefined) return undefined;
    // A picker works without the paper that only the desk prints.
    const next = row.next === 'print-list' && !mayDo(role, 'print') ? 'pick' : row.next;
    const { act, icon } = looks[next];
    if (!mayDo(role, act)) return undefined;
    const { po, units, claim } = row;
    const held = claim?.here === false && isFloorWork(next) ? claim : undefined;
    const toDo = { pick: units.accepted - units.picked, pack: units.accepted - units.packed }[next === 'pack' ? 'pack' : 'pick'];
    const deeds: Readonly<Record<NextAction, () => void>> = {
      review: () => go(orderAddress(po)),
      complete: () => askAbout({ ask: 'complete', po, line: null }),
      acknowledge: () => go(`${orderAddress(po)}/acknowledge`),
      'hand-over': () => go('/documents'),
      'print-list': () => print(po),
      pick: () => start('pick', po, held !== undefined),
      pack: () => start('pack', po, held !== undefined),
      route: () => askAbout({ ask: 'shipment', po }),
      load: () => start('load', po, held !== undefined),
      depart: () => go('/shipping'),
      confirm: () => go('/documents'),
      'resolve-short': () => askAbout({ ask: 'resolve-short', po, line: null }),
    };
    if (held) return { label: t('casesScreen.claim.join', { name: held.person.name, station: held.stationName }), short: t('casesScreen.claim.joinShort'), icon: UsersRound, onPress: deeds[next] };
    return { label: t(`queueScreen.next.${next}`, { units: next === 'acknowledge' ? units.requested : toDo }), short: t(`queueScreen.nextShort.${next}`), icon, onPress: deeds[next] };
  }, [t, go, start, print, role]);
}

const isFloorWork = (next: NextAction): boolean => next === 'pick' || next === 'pack' || next === 'load';

/** Begins a floor task on an order and goes to it; `share` where another station is known to hold the order. */
export function useStartTask(): (kind: 'pick' | 'pack' | 'load', po: string, share?: boolean) => void {
  const { run } = useCommand();
  const [, go] = useLocation();
  const leaveWalk = useLeaveWalk();
  return useCallback(
    (kind, po, share = false) => {
      const begin = async (): Promise<void> => {
        const walk = await leaveWalk((cart) => kind === 'pick' && cart.includes(po));
        if (walk !== 'stay' && (await run((client) => client.floor.start({ kind, po, share, leave: walk === 'leave' })))) go('/tasks');
      };
      void begin();
    },
    [run, go, leaveWalk],
  );
}

/** Has the station make the pick list, which counts as printed with its revision, and prints it. */
export function usePrintList(): (po: string) => void {
  const { run } = useCommand();
  const print = usePrint();
  return useCallback((po) => void run(async (client) => print(await client.printing.pickList({ po }))), [run, print]);
}

export const orderAddress = (po: string): string => `/queue/${encodeURIComponent(po)}`;
