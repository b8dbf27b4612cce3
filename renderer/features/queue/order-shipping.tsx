import type { OrderView } from '../../../shared/contracts/views.ts';
import type { OutgoingDocument, OutgoingState } from '../../../shared/domain/state/entities.ts';
import { mayDo } from '../../../shared/domain/staffing/rights.ts';
import { usualSystem } from '../../../shared/lib/mass.ts';
import { weightText } from '../../../shared/messages/say-in.ts';
import { useStationState } from '../../app/station.tsx';
import { LinkButton } from '../../ui/actions/button.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Badge } from '../../ui/status/badge.tsx';
import { LiveClock } from '../../ui/status/clock.tsx';
import { CodeText } from '../../ui/text/code-text.tsx';
import { Text } from '../../ui/text/text.tsx';
import { PhotosButton } from '../evidence/photos-button.tsx';
import { PanelSection } from './panel-section.tsx';

/** Pallets and cartons, shipments, and the documents that go to the customer. */
export function OrderShipping({ order }: { readonly order: OrderView }) {
  const { t, tell, format, locale } = useText();
  const system = useStationState(({ status }) => usualSystem(status?.settings.paperSize ?? 'Letter'));
  const prefix = useStationState(({ status }) => status?.settings.companyPrefix.length ?? 0);
  const role = useStationState(({ session }) => session?.person?.role);
  const desk = role !== undefined && mayDo(role, 'documents');
  return (
    <Stack gap={6}>
      <PanelSection title={t('queueScreen.units', { count: order.handlingUnits.length })}>
        {order.handlingUnits.length === 0 && <Text tone="quiet">{t('queueScreen.units.none')}</Text>}
        <ul className="panel-rows">
          {order.handlingUnits.map((unit) => (
            <li className="panel-rows__row" key={unit.sscc}>
              <span className="panel-rows__words">
                <CodeText kind="sscc" value={unit.sscc} {...(prefix > 0 ? { prefixLength: prefix } : {})} />
                <Text size={14} tone="quiet">
                  {t('queueScreen.unit.line', { kind: unit.kind, cartons: unit.cartons, eaches: unit.eaches, weight: unit.weightGrams === null ? 'none' : weightText({ locale, system }, unit.weightGrams) })}
                </Text>
                {unit.warnings.map((warning, index) => (
                  <Text key={index} size={14} tone="warn">
                    {tell(warning)}
                  </Text>
                ))}
              </span>
              {unit.state !== 'voided' && <PhotosButton size="desk" unit={unit} />}
              <Badge tone={unit.state === 'departed' ? 'success' : 'neutral'}>{t('queueScreen.unit.state', { state: unit.state })}</Badge>
            </li>
          ))}
        </ul>
      </PanelSection>
      <PanelSection title={t('queueScreen.shipments', { count: order.shipments.length })}>
        {order.shipments.length === 0 && <Text tone="quiet">{t('queueScreen.shipments.none')}</Text>}
        <ul className="panel-rows">
          {order.shipments.map((shipment) => (
            <li className="panel-rows__row" key={shipment.shipmentId}>
              <span className="panel-rows__words">
                <span>
                  <CodeText value={shipment.shipmentId} /> · {t('queueScreen.fact.freightTerm', { term: shipment.freightTerm })}
                </span>
                <Text size={14} tone="quiet">
                  {[shipment.arn && `ARN ${shipment.arn}`, shipment.scac && `SCAC ${shipment.scac}`, shipment.pro && `PRO ${shipment.pro}`, shipment.appointment && format.dateTime(shipment.appointment)].filter(Boolean).join(' · ') ||
                    t('queueScreen.shipment.noRouting')}
                </Text>
              </span>
              <Badge tone={shipment.state === 'departed' ? 'success' : 'neutral'}>{t('queueScreen.shipment.state', { state: shipment.state })}</Badge>
              {desk && (
                <LinkButton href={`#/shipping/${encodeURIComponent(shipment.shipmentId)}`} size="desk">
                  {t('app.alert.open')}
                </LinkButton>
              )}
            </li>
          ))}
        </ul>
      </PanelSection>
      <PanelSection
        actions={
          desk && (
            <LinkButton href="#/documents" size="desk">
              {t('queueScreen.documents.open')}
            </LinkButton>
          )
        }
        title={t('queueScreen.documents', { count: order.documents.length })}
      >
        {order.documents.length === 0 && <Text tone="quiet">{t('queueScreen.documents.none')}</Text>}
        <DocumentRows documents={order.documents} />
        {order.noX12 && <Text tone="warn">{tell(order.noX12)}</Text>}
      </PanelSection>
    </Stack>
  );
}

const tones: Readonly<Record<OutgoingState, 'neutral' | 'info' | 'success' | 'error'>> = { prepared: 'neutral', 'handed-over': 'info', confirmed: 'success', refused: 'error', withdrawn: 'neutral' };

const purposes = { 'acknowledgement-json': 'acknowledge', 'acknowledgement-855': 'acknowledge', 'routing-json': 'route', 'confirmation-json': 'confirm' } as const;

/** Outgoing documents with what is really known of each: prepared is not handed over, handed over is not confirmed. */
export function DocumentRows({ documents }: { readonly documents: readonly OutgoingDocument[] }) {
  const { t, format } = useText();
  return (
    <ul className="panel-rows">
      {documents.map((document) => (
        <li className="panel-rows__row" key={document.documentId}>
          <span className="panel-rows__words">
            <span>{t(`queueScreen.document.kind.${document.kind}`)}</span>
            <CodeText value={document.fileName} wrap />
            <Text size={14} tone="quiet">
              {t('queueScreen.document.since', { at: format.dateTime(document.stateAt) })}
              {document.note && ` · ${document.note}`}
            </Text>
            {document.dueBy !== null && document.state === 'prepared' && <LiveClock deadline={document.dueBy} purpose={purposes[document.kind]} size="row" />}
          </span>
          <Badge tone={tones[document.state]}>{t(`queueScreen.document.state.${document.state}`)}</Badge>
        </li>
      ))}
    </ul>
  );
}
