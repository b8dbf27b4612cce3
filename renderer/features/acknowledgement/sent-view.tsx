import { CircleCheck } from 'lucide-react';
import type { OrderView } from '../../../shared/contracts/views.ts';
import { useAnswer } from '../../app/station.tsx';
import { Button, LinkButton } from '../../ui/actions/button.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/text/text.tsx';
import { DocumentRows } from '../queue/order-shipping.tsx';

interface SentViewProps {
  readonly order: OrderView;
  readonly onAgain: () => void;
  readonly onBack: () => void;
}

/** What was answered, and how far the documents really are: prepared is not handed over, handed over is not confirmed. */
export function SentView({ order, onAgain, onBack }: SentViewProps) {
  const { t, tell } = useText();
  const now = useAnswer(['orders', 'documents'], ['order-sent', order.po], (client) => client.orders.get({ po: order.po }));
  const { documents: all, noX12 } = now.data ?? order;
  const documents = all.filter(({ kind }) => kind === 'acknowledgement-json' || kind === 'acknowledgement-855');
  const waiting = documents.filter(({ state }) => state === 'prepared').length;
  const { accepted, rejected } = order.units;
  return (
    <Page>
      <section aria-label={t('queueScreen.ack.sent')} className="ack-sent">
        <Stack gap={6}>
          <Stack gap={3} row>
            <span className="ack-sent__mark">
              <CircleCheck aria-hidden size={40} />
            </span>
            <Stack gap={1}>
              <Text as="h1" size={28} weight="bold">
                {t('queueScreen.ack.sent.title', { po: order.po })}
              </Text>
              <Text as="p" size={20}>
                {t('queueScreen.ack.sent.text', { accepted, rejected })}
              </Text>
            </Stack>
          </Stack>
          <Stack gap={3}>
            <Text as="h2" size={16} weight="bold">
              {waiting > 0 ? t('queueScreen.ack.sent.waiting', { count: waiting }) : t('queueScreen.ack.sent.documents')}
            </Text>
            <Text as="p" tone="quiet">
              {t('queueScreen.ack.sent.hint')}
            </Text>
            <DocumentRows documents={documents} />
            {noX12 && (
              <Text as="p" tone="warn">
                {tell(noX12)}
              </Text>
            )}
          </Stack>
          <Stack gap={3} row wrap>
            <Button autoFocus size="floor" variant="primary" onPress={onBack}>
              {t('queueScreen.ack.toOrder')}
            </Button>
            <LinkButton href="#/documents" size="floor">
              {t('queueScreen.documents.open')}
            </LinkButton>
            <Button size="floor" variant="quiet" onPress={onAgain}>
              {t('queueScreen.ack.again')}
            </Button>
          </Stack>
        </Stack>
      </section>
    </Page>
  );
}
