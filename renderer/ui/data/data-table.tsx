import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react';
import { memo, useEffect, useId, useMemo, useRef, useState, type CSSProperties, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { rowHeight, useDensity } from '../appearance.tsx';
import { classes } from '../defined.ts';
import { Skeleton } from '../states/skeleton.tsx';
import { VisuallyHidden } from '../text/visually-hidden.tsx';
import { useNarrow } from '../use-media.ts';
import './data.css';

export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  /** Header for screen readers only: columns of buttons or marks. */
  readonly headerHidden?: boolean | undefined;
  /** A CSS grid track: `120px`, `minmax(160px, 1fr)`. */
  readonly width: string;
  readonly cell: (row: Row) => ReactNode;
  /** `end` for numbers. */
  readonly align?: 'start' | 'end' | undefined;
  readonly sortable?: boolean | undefined;
  /** Left out on tablets and handhelds, where the row's details are one tap away. */
  readonly wideOnly?: boolean | undefined;
  /** Text may take two lines instead of being cut. */
  readonly wrap?: boolean | undefined;
}

export interface TableSort {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

export interface DataTableProps<Row> {
  readonly label: string;
  /** Keep the same array between renders (module constant or useMemo): rows are drawn again when it changes. */
  readonly columns: readonly Column<Row>[];
  /** In the order to show; the caller sorts. */
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly selectedId?: string | undefined;
  /** A click or Enter on a row. Without it rows are only read. */
  readonly onSelect?: ((id: string) => void) | undefined;
  readonly sort?: TableSort | undefined;
  readonly onSort?: ((sort: TableSort) => void) | undefined;
  /** Marks hot orders at the row's edge; the row's HotBadge says it in words. */
  readonly isHot?: ((row: Row) => boolean) | undefined;
  /** Shown in place of rows: an EmptyState. */
  readonly empty?: ReactNode;
  readonly loading?: boolean | undefined;
  /** Told which rows are in sight (indexes, both included), so that the caller can fetch them. */
  readonly onRange?: ((first: number, last: number) => void) | undefined;
  /** Without frame, where the table fills its container to the edges. */
  readonly bare?: boolean | undefined;
}

const SKELETON_ROWS = 6;
/** Rows kept ready beyond each edge: enough for a turn of the wheel; more is drawn in vain when the table is flung. */
const OVERSCAN = 4;

/**
 * A table of any length: only the rows in sight exist. Fills its container's height, so give it one. One tab stop:
 * arrows, Page, Home and End move, Enter selects.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, rows, rowId, selectedId, onSelect, sort, onSort, isHot, empty, loading = false, onRange, bare = false } = props;
  const height = rowHeight[useDensity()];
  const narrow = useNarrow();
  const columns = useMemo(() => (narrow ? props.columns.filter(({ wideOnly }) => !wideOnly) : props.columns), [narrow, props.columns]);
  const scroll = useRef<HTMLDivElement>(null);
  const baseId = useId();
  const [activeIndex, setActiveIndex] = useState<number>();
  const [focused, setFocused] = useState(false);

  const virtual = useVirtualizer({
    count: rows.length,
    estimateSize: () => height,
    getScrollElement: () => scroll.current,
    overscan: OVERSCAN,
    // The sticky header covers this much of the scroller's top.
    scrollPaddingStart: 40,
    scrollMargin: 0,
  });
  useEffect(() => virtual.measure(), [virtual, height]);
  const first = virtual.range?.startIndex;
  const last = virtual.range?.endIndex;
  useEffect(() => {
    if (first !== undefined && last !== undefined) onRange?.(first, last);
  }, [onRange, first, last]);

  // Sought again only when it may have moved, not with each step of scrolling: there may be ten thousand rows.
  const idOf = useRef(rowId);
  useEffect(() => {
    idOf.current = rowId;
  });
  const selectedIndex = useMemo(() => (selectedId === undefined ? -1 : rows.findIndex((row) => idOf.current(row) === selectedId)), [rows, selectedId]);
  const active = Math.min(activeIndex ?? Math.max(0, selectedIndex), rows.length - 1);

  const moveTo = (index: number): void => {
    const next = Math.min(rows.length - 1, Math.max(0, index));
    setActiveIndex(next);
    virtual.scrollToIndex(next);
  };
  const page = (): number => Math.max(1, Math.floor((scroll.current?.clientHeight ?? height) / height) - 1);
  const select = (index: number): void => {
    const row = rows[index];
    if (row === undefined || !onSelect) return;
    setActiveIndex(index);
    onSelect(rowId(row));
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => moveTo(active + 1),
    ArrowUp: () => moveTo(active - 1),
    PageDown: () => moveTo(active + page()),
    PageUp: () => moveTo(active - page()),
    Home: () => moveTo(0),
    End: () => moveTo(rows.length - 1),
    Enter: () => select(active),
    ' ': () => select(active),
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const act = event.target === event.currentTarget ? keys[event.key] : undefined;
    if (!act) return;
    event.preventDefault();
    act();
  };

  /** One listener for all rows; a button or link inside a row acts for itself. */
  const onClick = ({ target }: MouseEvent<HTMLDivElement>): void => {
    if (!(target instanceof Element) || target.closest('button, a, input, label')) return;
    const row = target.closest<HTMLElement>('[data-index]');
    if (row) select(Number(row.dataset['index']));
  };

  const grid: CSSProperties & Record<'--columns', string> = { '--columns': columns.map(({ width }) => width).join(' ') };
  const shown = loading ? [] : virtual.getVirtualItems();
  const isEmpty = !loading && rows.length === 0;
  const activeShown = focused && shown.some(({ index }) => index === active);

  return (
    <div className={classes('data-table', bare && 'data-table--bare')}>
      <div
        aria-busy={loading}
        aria-colcount={columns.length}
        aria-label={label}
        aria-rowcount={rows.length + 1}
        className={classes('data-table__scroll', isEmpty && 'data-table__scroll--empty')}
        ref={scroll}
        role="grid"
        tabIndex={0}
        onBlur={() => setFocused(false)}
        onFocus={(event) => setFocused(event.target === event.currentTarget)}
        onKeyDown={onKeyDown}
        {...(activeShown ? { 'aria-activedescendant': `${baseId}-${active}` } : {})}
      >
        <div className="data-table__grid" role="presentation" style={grid}>
          <div aria-rowindex={1} className="data-table__row data-table__head" role="row">
            {columns.map((column) => (
              <HeaderCell column={column} key={column.id} sort={sort} onSort={onSort} />
            ))}
          </div>
          {loading &&
            Array.from({ length: SKELETON_ROWS }, (_, index) => (
              <div className="data-table__row" key={index} role="row" style={{ height }}>
                {columns.map(({ id }) => (
                  <div key={id} role="gridcell">
                    <Skeleton />
                  </div>
                ))}
              </div>
            ))}
          <div
            className="data-table__body"
            style={{ height: loading ? 0 : virtual.getTotalSize() }}
            onClick={onClick}
            {...(shown.length > 0 ? { role: 'rowgroup' } : {})}
          >
            {shown.map(({ index, start }) => {
              const row = rows[index];
              if (row === undefined) return null;
              const id = rowId(row);
              return (
                <TableRow
                  active={focused && index === active}
                  columns={columns}
                  height={height}
                  hot={isHot?.(row) ?? false}
                  id={`${baseId}-${index}`}
                  index={index}
                  key={id}
                  pressable={onSelect !== undefined}
                  row={row}
                  selected={id === selectedId}
                  start={start}
                />
              );
            })}
          </div>
        </div>
      </div>
      {isEmpty && empty && <div className="data-table__empty">{empty}</div>}
    </div>
  );
}

const nextDirection = (column: string, sort: TableSort | undefined): TableSort['direction'] =>
  sort?.column === column && sort.direction === 'ascending' ? 'descending' : 'ascending';

function HeaderCell<Row>({ column, sort, onSort }: { column: Column<Row>; sort: TableSort | undefined; onSort: ((sort: TableSort) => void) | undefined }) {
  const { id, header, headerHidden = false, align, sortable = false } = column;
  const direction = sort?.column === id ? sort.direction : undefined;
  const Arrow = direction === undefined ? ArrowUpDown : direction === 'ascending' ? ArrowUp : ArrowDown;
  const name = classes('data-table__cell', 'data-table__header', align === 'end' && 'data-table__cell--end');
  return (
    <div className={name} role="columnheader" {...(sortable ? { 'aria-sort': direction ?? 'none' } : {})}>
      {headerHidden ? (
        <VisuallyHidden>{header}</VisuallyHidden>
      ) : sortable && onSort ? (
        <button
          className={classes('data-table__sort', direction && 'data-table__sort--on')}
          type="button"
          onClick={() => onSort({ column: id, direction: nextDirection(id, sort) })}
        >
          {header}
          <Arrow aria-hidden size={14} />
        </button>
      ) : (
        header
      )}
    </div>
  );
}

interface TableRowProps<Row> {
  readonly id: string;
  readonly row: Row;
  readonly index: number;
  readonly start: number;
  readonly height: number;
  readonly columns: readonly Column<Row>[];
  readonly selected: boolean;
  readonly active: boolean;
  readonly hot: boolean;
  readonly pressable: boolean;
}

function PlainRow<Row>({ id, row, index, start, height, columns, selected, active, hot, pressable }: TableRowProps<Row>) {
  return (
    <div
      aria-rowindex={index + 2}
      className={classes('data-table__row', pressable && 'data-table__row--link', hot && 'data-table__row--hot', active && 'data-table__row--active')}
      id={id}
      role="row"
      style={{ height, transform: `translateY(${start}px)` }}
      data-index={index}
      {...(pressable ? { 'aria-selected': selected } : {})}
    >
      {columns.map(({ id: columnId, cell, align, wrap }) => (
        <div className={classes('data-table__cell', align === 'end' && 'data-table__cell--end', wrap && 'data-table__cell--wrap')} key={columnId} role="gridcell">
          {cell(row)}
        </div>
      ))}
    </div>
  );
}

/** Scrolling draws only the rows that come into sight. memo() loses the type parameter, which this gives back. */
const TableRow = memo(PlainRow) as typeof PlainRow;
