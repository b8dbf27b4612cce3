import { useMemo } from 'react';
import type { LineView } from '../../../../shared/contracts/views.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { DataTable, type Column } from '../../../ui/data/data-table.tsx';
import { useText } from '../../../ui/i18n.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { StatusMark } from '../../../ui/status/status-mark.tsx';
import { useNarrow } from '../../../ui/use-media.ts';
import { askAbout } from '../order-dialog-store.ts';
import type { OrderDialogProps } from './dialog-props.ts';

const steps = ['requested', 'accepted', 'rejected', 'picked', 'packed', 'shipped'] as const;

/** Every line of a long order. */
export function LinesDialog({ order, onClose }: OrderDialogProps) {
  const { t, format } = useText();
  const narrow = useNarrow();
  const { po } = order;
  const columns = useMemo(
    (): readonly Column<LineView>[] => [
      {
        id: 'product',
        header: t('queueScreen.lines.product'),
        width: 'minmax(150px, 1fr)',
        cell: (line) => (
          <div className="queue-two">
            <span>{`${line.line} · ${line.title}`}</span>
            {line.missing.length > 0 ? (
              <Button size="desk" variant="quiet" onPress={() => askAbout({ ask: 'complete', po, line: line.line })}>
                {t('queueScreen.line.complete')}
              </Button>
            ) : line.short > 0 ? (
              <StatusMark status="atRisk">{t('queueScreen.line.short', { count: line.short })}</StatusMark>
            ) : (
              <span className="queue-two__second">{[line.sku ?? line.vendorSku, line.asin, line.location].filter(Boolean).join(' · ')}</span>
            )}
          </div>
        ),
      },
      ...steps
        .filter((step) => !narrow || step !== 'rejected')
        .map((step): Column<LineView> => ({ id: step, header: t('queueScreen.step', { step }), width: '78px', align: 'end', cell: (line) => format.number(line[step]) })),
    ],
    [t, format, narrow, po],
  );
  return (
    <Dialog open title={t('queueScreen.ask.lines', { po })} wide onClose={onClose}>
      <div className="lines-table">
        <DataTable columns={columns} label={t('queueScreen.lines', { count: order.lines.length })} rowId={({ line }) => line} rows={order.lines} />
      </div>
    </Dialog>
  );
}
