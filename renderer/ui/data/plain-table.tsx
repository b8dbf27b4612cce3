import type { ReactNode } from 'react';
import { useNarrow } from '../use-media.ts';
import './data.css';

export interface PlainColumn<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** `end` for numbers. */
  readonly align?: 'start' | 'end' | undefined;
  /** Takes no more room than it needs. */
  readonly tight?: boolean | undefined;
  /** Left out on tablets. */
  readonly wideOnly?: boolean | undefined;
}

export interface PlainTableProps<Row> {
  readonly label: string;
  readonly columns: readonly PlainColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
}

/** A short table in the flow of a page, as high as its rows. Above a hundred rows use DataTable. */
export function PlainTable<Row>({ label, columns, rows, rowId }: PlainTableProps<Row>) {
  const narrow = useNarrow();
  const shown = columns.filter(({ wideOnly }) => !narrow || !wideOnly);
  const look = ({ align, tight }: PlainColumn<Row>): string => ['plain-table__cell', align === 'end' && 'plain-table__cell--end', tight && 'plain-table__cell--tight'].filter(Boolean).join(' ');
  return (
    <table aria-label={label} className="plain-table">
      <thead>
        <tr>
          {shown.map((column) => (
            <th className={look(column)} key={column.id} scope="col">
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowId(row)}>
            {shown.map((column) => (
              <td className={look(column)} key={column.id}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
