import type { ReactNode } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import './data.css';

export interface SelectListItem<Id extends string> {
  readonly id: Id;
  /** Plain words for screen readers and for finding by typing. */
  readonly text: string;
  readonly content: ReactNode;
}

export interface SelectListProps<Id extends string> {
  readonly label: string;
  readonly items: readonly SelectListItem<Id>[];
  readonly selected: Id | null;
  readonly onSelect: (id: Id) => void;
  readonly empty?: ReactNode;
}

/** The left side of a ListDetail: one entry is open. Up to a few hundred entries; above that use DataTable. */
export function SelectList<Id extends string>({ label, items, selected, onSelect, empty }: SelectListProps<Id>) {
  if (items.length === 0) return <>{empty}</>;
  return (
    <ListBox
      aria-label={label}
      className="select-list"
      selectedKeys={selected === null ? [] : [selected]}
      selectionMode="single"
      onSelectionChange={(keys) => {
        const chosen = items.find(({ id }) => keys !== 'all' && keys.has(id));
        if (chosen) onSelect(chosen.id);
      }}
    >
      {items.map(({ id, text, content }) => (
        <ListBoxItem className="select-list__item" id={id} key={id} textValue={text}>
          {content}
        </ListBoxItem>
      ))}
    </ListBox>
  );
}
