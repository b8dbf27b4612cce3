import { ArrowDownToLine, ArrowUpToLine, Ban, ClipboardCheck, Ellipsis, FolderArchive, Hand, ListRestart, PackageCheck, PackageOpen, PackageSearch, Printer, Truck, Undo2, UserPlus, Zap, ZapOff } from 'lucide-react';
import { useLocation } from 'wouter';
import type { OrderView } from '../../../shared/contracts/views.ts';
import { mayDo, type Act } from '../../../shared/domain/staffing/rights.ts';
import { showPaper } from '../../app/print.ts';
import { usePrint } from '../../app/use-print.ts';
import { useCommand, useStationState } from '../../app/station.tsx';
import { MenuButton, type MenuChoice } from '../../ui/actions/menu-button.tsx';
import { useText } from '../../ui/i18n.tsx';
import { askAbout } from './order-dialog-store.ts';
import { orderAddress, usePrintList, useStartTask } from './next-step.ts';
import { isEnded } from './words.ts';

type Deed = 'acknowledge' | 'change-answer' | 'print' | 'packing-list' | 'dossier' | 'pick' | 'pack' | 'ship' | 'assign' | 'flag' | 'unflag' | 'release' | 'pin' | 'demote' | 'in-turn' | 'return' | 'cancel';

/** All that this person may do with the order, besides the next step. */
export function OrderActions({ order }: { readonly order: OrderView }) {
  const { t } = useText();
  const [, go] = useLocation();
  const { run } = useCommand();
  const start = useStartTask();
  const print = usePrint();
  const printList = usePrintList();
  const role = useStationState(({ session }) => session?.person?.role);
  if (role === undefined) return null;
  const { po, units } = order;
  const share = order.claim?.here === false;
  const vendor = order.channel === 'vendor';
  const open = !isEnded(order);
  const offer = (id: Deed, act: Act, when: boolean, icon: MenuChoice<Deed>['icon'], danger = false): MenuChoice<Deed>[] =>
    when && mayDo(role, act) ? [{ id, label: t(`queueScreen.action.${id}`), icon, danger }] : [];
  const items = [
    ...offer(order.acknowledged ? 'change-answer' : 'acknowledge', 'acknowledge', vendor && (open || order.state === 'rejected'), ClipboardCheck),
    ...offer('print', 'print', vendor && open && units.accepted > 0, Printer),
    ...offer('packing-list', 'print', vendor && units.packed > 0, PackageSearch),
    ...offer('pick', 'pick', vendor && open && units.picked < units.accepted, Hand),
    ...offer('pack', 'pack', vendor && open && units.picked > units.packed, PackageCheck),
    ...offer('ship', 'routing', vendor && open && units.accepted > 0, Truck),
    ...offer('dossier', 'documents', vendor, FolderArchive),
    ...offer('assign', 'assign', open, UserPlus),
    ...offer('flag', 'flag', open && !order.hpo, Zap),
    ...offer('unflag', 'flag', open && order.hpo, ZapOff),
    ...offer('release', 'flag', open && order.order.flaggedBy !== null, Undo2),
    ...offer('pin', 'pin', open && order.pin !== -1, ArrowUpToLine),
    ...offer('demote', 'pin', open && order.pin !== 1, ArrowDownToLine),
    ...offer('in-turn', 'pin', open && order.pin !== 0, ListRestart),
    ...offer('return', 'pick', units.picked > units.packed, PackageOpen),
    ...offer('cancel', 'cancel', open, Ban, true),
  ];
  if (items.length === 0) return null;
  const act: Readonly<Record<Deed, () => void>> = {
    acknowledge: () => go(`${orderAddress(po)}/acknowledge`),
    'change-answer': () => go(`${orderAddress(po)}/acknowledge`),
    print: () => printList(po),
    'packing-list': () => void run(async (client) => print(await client.printing.paper({ paper: 'packing-list', subject: po }))),
    dossier: () => void run(async (client) => showPaper(await client.papers.dossier({ po }), null)),
    pick: () => start('pick', po, share),
    pack: () => start('pack', po, share),
    ship: () => {
      const shipment = order.shipments.find(({ state }) => state !== 'departed' && state !== 'cancelled');
      if (shipment) go(`/shipping/${encodeURIComponent(shipment.shipmentId)}`);
      else askAbout({ ask: 'shipment', po });
    },
    assign: () => askAbout({ ask: 'assign', po }),
    flag: () => askAbout({ ask: vendor ? 'flag' : 'third-party', po }),
    unflag: () => askAbout({ ask: 'unflag', po }),
    release: () => void run((client) => client.orders.releaseFlag({ po })),
    pin: () => askAbout({ ask: 'pin', po }),
    demote: () => askAbout({ ask: 'demote', po }),
    'in-turn': () => askAbout({ ask: 'in-turn', po }),
    return: () => askAbout({ ask: 'return', po, line: null }),
    cancel: () => askAbout({ ask: 'cancel', po }),
  };
  return <MenuButton icon={Ellipsis} iconOnly items={items} label={t('queueScreen.actions')} onAction={(id) => act[id]()} />;
}
