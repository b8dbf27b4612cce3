import type { ReactNode } from 'react';
import type { AdminSite, GatewayRow, StationRow } from '../../shared/contracts/central.ts';
import { useText } from '../ui/i18n.tsx';
import { PageHeader } from '../ui/layout/page.tsx';
import { Section } from '../ui/layout/section.tsx';
import { GatewaysList } from './gateways-list.tsx';
import { OpenCases } from './open-cases.tsx';
import { StationsTable } from './stations-table.tsx';
import { WaitingDocuments } from './waiting-documents.tsx';
import './central.css';

export interface SiteViewProps {
  readonly site: AdminSite;
  readonly audit: ReactNode;
  readonly onRevoke: (station: StationRow) => void;
  readonly onDecide: (station: StationRow) => void;
  readonly onNewGateway: () => void;
  readonly onRemoveGateway: (gateway: GatewayRow) => void;
}

/** One site as those who run central see it: who takes part, what waits, what contradicts, who did what. */
export function SiteView({ site, audit, onRevoke, onDecide, onNewGateway, onRemoveGateway }: SiteViewProps) {
  const { t } = useText();
  return (
    <div className="central-site">
      <PageHeader subtitle={t('centralPage.head', { count: site.head })} title={site.name} />
      <div className="central-section">
        <Section level={2} title={t('centralPage.stations')}>
          <StationsTable now={site.now} stations={site.stations} onDecide={onDecide} onRevoke={onRevoke} />
        </Section>
      </div>
      <div className="central-two">
        <div className="central-section">
          <Section level={2} title={t('centralPage.documents')}>
            <WaitingDocuments documents={site.documents} now={site.now} />
          </Section>
        </div>
        <div className="central-section">
          <Section level={2} title={t('centralPage.cases')}>
            <OpenCases cases={site.cases} />
          </Section>
        </div>
        <div className="central-section">
          <GatewaysList gateways={site.gateways} now={site.now} onNew={onNewGateway} onRemove={onRemoveGateway} />
        </div>
        <div className="central-section">
          <Section level={2} title={t('centralPage.audit')}>{audit}</Section>
        </div>
      </div>
    </div>
  );
}
