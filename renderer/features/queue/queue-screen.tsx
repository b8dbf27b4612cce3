import { useRoute } from 'wouter';
import { AcknowledgeScreen } from '../acknowledgement/acknowledge-screen.tsx';
import { OrderDialogs } from './dialogs/order-dialogs.tsx';
import { QueueList } from './queue-list.tsx';
import './queue.css';

/** `/queue`, `/queue/:po` with the order beside or over the list, `/queue/:po/acknowledge`. */
export function QueueScreen() {
  const [acknowledging, answer] = useRoute('/queue/:po/acknowledge');
  const [, opened] = useRoute('/queue/:po');
  return (
    <>
      {acknowledging ? <AcknowledgeScreen key={answer.po} po={answer.po} /> : <QueueList selected={opened?.po} />}
      <OrderDialogs />
    </>
  );
}
