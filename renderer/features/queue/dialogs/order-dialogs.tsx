import { closeQuestion, useOrderQuestion } from '../order-dialog-store.ts';
import { useOrder } from '../ask.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { CancelDialog } from './cancel-dialog.tsx';
import { CompleteDialog } from './complete-dialog.tsx';
import { LinesDialog } from './lines-dialog.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { ResolveShortDialog } from './resolve-short-dialog.tsx';
import { ReturnDialog } from './return-dialog.tsx';
import { ShipmentDialog } from './shipment-dialog.tsx';
import { ThirdPartyDialog } from './third-party-dialog.tsx';
import type { OrderQuestion } from '../order-dialog-store.ts';

/** The question that is asked about an order now, if any. */
export function OrderDialogs() {
  const question = useOrderQuestion((state) => state.question);
  return question === undefined ? null : <Asked key={`${question.ask} ${question.po}`} question={question} />;
}

function Asked({ question }: { readonly question: OrderQuestion }) {
  const { order } = useOrder(question.po);
  if (!order) return null;
  const props = { order, onClose: closeQuestion };
  switch (question.ask) {
    case 'flag':
      return <ReasonDialog {...props} command={(client, reason) => client.orders.flag({ po: order.po, hpo: true, reason })} question="flag" />;
    case 'unflag':
      return <ReasonDialog {...props} command={(client, reason) => client.orders.flag({ po: order.po, hpo: false, reason })} question="unflag" />;
    case 'pin':
      return <ReasonDialog {...props} command={(client, reason) => client.orders.pin({ po: order.po, pin: -1, reason })} question="pin" />;
    case 'demote':
      return <ReasonDialog {...props} command={(client, reason) => client.orders.pin({ po: order.po, pin: 1, reason })} question="demote" />;
    case 'in-turn':
      return <ReasonDialog {...props} command={(client, reason) => client.orders.pin({ po: order.po, pin: 0, reason })} question="in-turn" />;
    case 'third-party':
      return <ThirdPartyDialog {...props} />;
    case 'cancel':
      return <CancelDialog {...props} />;
    case 'assign':
      return <AssignDialog {...props} />;
    case 'shipment':
      return <ShipmentDialog {...props} />;
    case 'lines':
      return <LinesDialog {...props} />;
    case 'complete':
      return <CompleteDialog {...props} line={question.line} />;
    case 'resolve-short':
      return <ResolveShortDialog {...props} line={question.line} />;
    case 'return':
      return <ReturnDialog {...props} line={question.line} />;
  }
}
