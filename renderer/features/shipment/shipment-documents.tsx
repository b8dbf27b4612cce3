import { RefreshCw } from 'lucide-react';
import type { ShipmentView } from '../../../shared/contracts/views.ts';
import type { OutgoingDocument } from '../../../shared/domain/state/entities.ts';
import { mayDo } from '../../../shared/domain/staffing/rights.ts';
import { useCommand, useStationState } from '../../app/station.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Card } from '../../ui/layout/card.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { LiveClock } from '../../ui/status/clock.tsx';
import { CodeText } from '../../ui/text/code-text.tsx';
import { Text } from '../../ui/text/text.tsx';
import { isWaiting, kindOf, kindText } from '../documents/document-words.ts';
import { FileButtons } from '../documents/file-buttons.tsx';
import { NextStateButtons } from '../documents/next-state-buttons.tsx';
import { StateBadge } from '../documents/state-badge.tsx';
import { latestOf } from './stage.ts';

/** Routing request and ASN with how far they have really come. Written anew, the former one stays below. */
export function ShipmentDocuments({ shipment }: { readonly shipment: ShipmentView }) {
  const { t } = useText();
  const { run, busy } = useCommand();
  const role = useStationState(({ session }) => session?.person?.role);
  const mayAct = role !== undefined && mayDo(role, 'documents');
  const { documents, departedAt, requestedAt, freightTerm, shipmentId, pos } = shipment;
  const again = departedAt !== null ? 'confirmation' : requestedAt !== null && freightTerm === 'collect' ? 'routing' : undefined;
  const po = pos[0];
  const sorted = [...documents].sort((left, right) => right.preparedAt - left.preparedAt);
  return (
    <Card
      actions={
        mayAct &&
        again !== undefined &&
        po !== undefined && (
          <Button busy={busy} icon={RefreshCw} size="desk" variant="quiet" onPress={() => void run((client) => client.documents.prepare({ po, kind: again, shipmentId }))}>
            {t(again === 'confirmation' ? 'shippingScreen.documents.prepareConfirmation' : 'shippingScreen.documents.prepareRouting')}
          </Button>
        )
      }
      flush
      title={t('shippingScreen.documents')}
    >
      {sorted.length === 0 ? (
        <div className="shipment__document">
          <Text tone="quiet">{t('shippingScreen.documents.none')}</Text>
        </div>
      ) : (
        <ul>
          {sorted.map((document) => (
            <li key={document.documentId}>
              <DocumentRow current={latestOf(documents, document.kind) === document && (departedAt === null || document.kind === 'confirmation-json')} document={document} mayAct={mayAct} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** `current`: the one that counts now, not a former version nor the request of a truck that has left. */
function DocumentRow({ document, current, mayAct }: { readonly document: OutgoingDocument; readonly current: boolean; readonly mayAct: boolean }) {
  const words = useText();
  const { t, format } = words;
  const { documentId, kind, fileName, state, stateAt, dueBy, note } = document;
  return (
    <div className="shipment__document">
      <Stack gap={3} row wrap>
        <Text weight="bold">{kindText(words, kind)}</Text>
        <StateBadge state={state} />
        {current && isWaiting(document) && dueBy !== null && <LiveClock deadline={dueBy} purpose={kindOf[kind].purpose} size="row" />}
      </Stack>
      <Text as="p" size={14}>
        {t(`documentsScreen.state.${state}.text`, { moment: format.dateTime(stateAt) })}
      </Text>
      {note !== null && (
        <Text as="p" size={14} tone="quiet">
          {`${t('documentsScreen.note')}: ${note}`}
        </Text>
      )}
      <CodeText value={fileName} wrap />
      {mayAct && (
        <Stack gap={2} row wrap>
          <NextStateButtons document={document} main={current} />
          <FileButtons documentId={documentId} fileName={fileName} />
        </Stack>
      )}
    </div>
  );
}
