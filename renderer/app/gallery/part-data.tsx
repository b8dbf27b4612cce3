import { Inbox, ListChecks } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from '../../ui/actions/button.tsx';
import { DataTable, type TableSort } from '../../ui/data/data-table.tsx';
import { SelectList } from '../../ui/data/select-list.tsx';
import { Tabs } from '../../ui/data/tabs.tsx';
import { Card } from '../../ui/layout/card.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { OfflineState } from '../../ui/states/offline-state.tsx';
import { ReadOnlyState } from '../../ui/states/read-only-state.tsx';
import { Skeleton } from '../../ui/states/skeleton.tsx';
import { Text } from '../../ui/text/text.tsx';
import { orderColumns } from './order-columns.tsx';
import { manyOrders } from './samples.ts';
import { Section } from './section.tsx';

const nothing = (): void => undefined;

export function DataParts() {
  const [selected, setSelected] = useState<string>();
  const [sort, setSort] = useState<TableSort>({ column: 'shipBy', direction: 'ascending' });
  const [tab, setTab] = useState<'lines' | 'documents' | 'history'>('lines');
  const [file, setFile] = useState<'a' | 'b' | 'c' | null>('a');
  const orders = useMemo(() => {
    const sign = sort.direction === 'ascending' ? 1 : -1;
    return manyOrders(10_000).toSorted((left, right) => sign * (sort.column === 'po' ? left.po.localeCompare(right.po) : left.shipBy - right.shipBy));
  }, [sort]);
  return (
    <>
      <Section from="data/data-table.tsx" name="DataTable" wide>
        <div className="gallery-table">
          <DataTable
            columns={orderColumns}
            label="Open orders"
            rowId={({ po }) => po}
            rows={orders}
            selectedId={selected}
            sort={sort}
            onSelect={setSelected}
            onSort={setSort}
          />
        </div>
      </Section>
      <Section from="data/data-table.tsx" name="DataTable loading">
        <div className="gallery-table">
          <DataTable columns={orderColumns.slice(0, 3)} label="Orders being read" loading rowId={({ po }) => po} rows={[]} />
        </div>
      </Section>
      <Section from="data/data-table.tsx" name="DataTable empty">
        <div className="gallery-table">
          <DataTable
            columns={orderColumns.slice(0, 3)}
            empty={
              <EmptyState action={<Button variant="primary">Import orders</Button>} icon={Inbox} title="No orders yet">
                Drop a purchase order file here or point the watched folder at Amazon's downloads.
              </EmptyState>
            }
            label="No orders"
            rowId={({ po }) => po}
            rows={[]}
          />
        </div>
      </Section>
      <Section from="data/tabs.tsx, select-list.tsx" name="Tabs, SelectList, Card">
        <Tabs
          items={[
            { id: 'lines', label: 'Lines', count: 12, content: <Text size={16}>Twelve lines, two of them short.</Text> },
            { id: 'documents', label: 'Documents', count: 3, content: <Text size={16}>Three documents.</Text> },
            { id: 'history', label: 'History', content: <Text size={16}>Nothing yet.</Text>, disabled: true },
          ]}
          label="Order"
          selected={tab}
          onSelect={setTab}
        />
        <Card actions={<Button size="desk" variant="quiet">All</Button>} flush title="Documents">
          <SelectList
            items={[
              { id: 'a', text: 'acknowledgement 855', content: 'Acknowledgement 855 · prepared 12:40' },
              { id: 'b', text: 'routing request', content: 'Routing request · handed over 12:52' },
              { id: 'c', text: 'shipment confirmation', content: 'Shipment confirmation · due in 22 min' },
            ]}
            label="Documents"
            selected={file}
            onSelect={setFile}
          />
        </Card>
      </Section>
      <Section from="states/empty-state.tsx" name="EmptyState">
        <EmptyState action={<Button>Show standard orders</Button>} icon={ListChecks} title="No tasks for you">
          When a supervisor assigns you to an order it appears here, hot orders first.
        </EmptyState>
      </Section>
      <Section from="states/error-state.tsx" name="ErrorState">
        <ErrorState next="Fill the tray. The job still waits and prints by itself." what="The pick list was not printed" where="Printer Dock 2, tray 1" onRetry={nothing} />
      </Section>
      <Section from="states/read-only-state.tsx" name="ReadOnlyState">
        <ReadOnlyState />
      </Section>
      <Section from="states/offline-state.tsx" name="OfflineState">
        <OfflineState />
      </Section>
      <Section from="states/skeleton.tsx" name="Skeleton">
        <Skeleton lines={5} />
      </Section>
    </>
  );
}
