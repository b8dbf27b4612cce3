import type { Column } from '../../ui/data/data-table.tsx';
import { Clock } from '../../ui/status/clock.tsx';
import { HotBadge } from '../../ui/status/hot-badge.tsx';
import { UnitsBar } from '../../ui/status/units-bar.tsx';
import { CodeText } from '../../ui/text/code-text.tsx';
import { Text } from '../../ui/text/text.tsx';
import { NOW, type SampleOrder } from './samples.ts';

export const orderColumns: readonly Column<SampleOrder>[] = [
  {
    id: 'po',
    header: 'PO',
    width: 'minmax(110px, 140px)',
    sortable: true,
    cell: ({ po, hpo }) => (
      <Text weight="medium">
        {hpo && <HotBadge />} <CodeText kind="po" value={po} />
      </Text>
    ),
  },
  { id: 'goods', header: 'Goods', width: 'minmax(180px, 1.4fr)', cell: ({ goods }) => goods },
  { id: 'shipTo', header: 'Ship to', width: '80px', wideOnly: true, cell: ({ shipTo }) => shipTo },
  { id: 'units', header: 'Units', width: 'minmax(150px, 1fr)', cell: ({ units }) => <UnitsBar units={units} /> },
  {
    id: 'acknowledgeBy',
    header: 'Acknowledge',
    width: '150px',
    cell: ({ acknowledgeBy, acknowledged }) =>
      acknowledged ? <Clock deadline={acknowledgeBy} done="done" now={NOW} /> : <Clock deadline={acknowledgeBy} now={NOW} />,
  },
  { id: 'shipBy', header: 'Ship by', width: '170px', sortable: true, cell: ({ shipBy, atRisk }) => <Clock atRisk={atRisk} deadline={shipBy} now={NOW} /> },
  { id: 'requested', header: 'Requested', width: '90px', align: 'end', wideOnly: true, cell: ({ units }) => units.requested },
];
