import { Plus, Trash2 } from 'lucide-react';
import type { GatewayRow } from '../../shared/contracts/central.ts';
import type { Instant } from '../../shared/lib/time.ts';
import { Button } from '../ui/actions/button.tsx';
import { IconButton } from '../ui/actions/icon-button.tsx';
import { agoText } from '../ui/clock-text.ts';
import { PlainTable, type PlainColumn } from '../ui/data/plain-table.tsx';
import { useText } from '../ui/i18n.tsx';
import { Section } from '../ui/layout/section.tsx';
import { Text } from '../ui/text/text.tsx';

export interface GatewaysListProps {
  readonly gateways: readonly GatewayRow[];
  readonly now: Instant;
  readonly onNew: () => void;
  readonly onRemove: (gateway: GatewayRow) => void;
}

/** Programs that bring orders in and hand documents over, each with a key of its own. */
export function GatewaysList({ gateways, now, onNew, onRemove }: GatewaysListProps) {
  const { t, format, locale } = useText();
  const columns: readonly PlainColumn<GatewayRow>[] = [
    { id: 'name', header: t('centralPage.gateways.name'), cell: ({ name }) => <Text weight="medium">{name}</Text> },
    { id: 'created', header: t('centralPage.gateways.created'), wideOnly: true, cell: ({ createdAt }) => format.dateTime(createdAt) },
    { id: 'seen', header: t('centralPage.gateways.seen'), cell: ({ lastSeenAt }) => (lastSeenAt === null ? t('centralPage.station.never') : agoText(locale, now - lastSeenAt)) },
    {
      id: 'act',
      header: t('centralPage.stations.act'),
      align: 'end',
      tight: true,
      cell: (gateway) => <IconButton icon={Trash2} label={t('centralPage.gateways.remove', { name: gateway.name })} onPress={() => onRemove(gateway)} />,
    },
  ];
  return (
    <Section
      actions={
        <Button icon={Plus} size="desk" onPress={onNew}>
          {t('centralPage.gateways.new')}
        </Button>
      }
      level={2}
      title={t('centralPage.gateways')}
    >
      {gateways.length === 0 ? <Text tone="quiet">{t('centralPage.gateways.none')}</Text> : <PlainTable columns={columns} label={t('centralPage.gateways')} rowId={({ id }) => id} rows={gateways} />}
    </Section>
  );
}
