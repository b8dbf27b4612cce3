import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs';
import { defined } from '../defined.ts';
import { useText } from '../i18n.tsx';
import './data.css';

export interface TabItem<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly count?: number | undefined;
  readonly disabled?: boolean | undefined;
  readonly content: ReactNode;
}

export interface TabsProps<Id extends string> {
  readonly label: string;
  readonly items: readonly TabItem<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
}

export function Tabs<Id extends string>({ label, items, selected, onSelect }: TabsProps<Id>) {
  const { format } = useText();
  return (
    <AriaTabs
      className="tabs"
      selectedKey={selected}
      onSelectionChange={(key) => {
        const chosen = items.find(({ id }) => id === key);
        if (chosen) onSelect(chosen.id);
      }}
    >
      <TabList aria-label={label} className="tabs__list">
        {items.map(({ id, label: words, count, disabled }) => (
          <Tab className="tabs__tab" id={id} key={id} {...defined({ isDisabled: disabled })}>
            {words}
            {count !== undefined && <span className="tabs__count">{format.number(count)}</span>}
          </Tab>
        ))}
      </TabList>
      {items.map(({ id, content }) => (
        <TabPanel className="tabs__panel" id={id} key={id}>
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
