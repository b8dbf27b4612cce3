import { EllipsisVertical, PackageOpen } from 'lucide-react';
import { useCallback, useMemo, useState, type CSSProperties } from 'react';
import type { ShipmentView, UnitView } from '../../../shared/contracts/views.ts';
import type { HandlingUnitState } from '../../../shared/domain/state/entities.ts';
import { usualSystem } from '../../../shared/lib/mass.ts';
import { weightIn } from '../../../shared/lib/measures.ts';
import { saveFile } from '../../app/files.ts';
import { usePrint } from '../../app/use-print.ts';
import { useCommand, useStationState } from '../../app/station.tsx';
import { MenuButton } from '../../ui/actions/menu-button.tsx';
import { rowHeight, useDensity } from '../../ui/appearance.tsx';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Card } from '../../ui/layout/card.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Badge } from '../../ui/status/badge.tsx';
import type { Tone } from '../../ui/status/tones.ts';
import { useWidth } from '../../ui/use-width.ts';
import { CodeText } from '../../ui/text/code-text.tsx';
import { Text } from '../../ui/text/text.tsx';
import { claimText } from '../claims/claim-text.ts';
import { PhotosButton } from '../evidence/photos-button.tsx';
import { PhotosDialog } from '../evidence/photos-dialog.tsx';
import { measureText } from '../../ui/measures.ts';

const stateTone: Readonly<Record<HandlingUnitState, Exclude<Tone, 'hot'>>> = { open: 'warning', closed: 'info', loaded: 'success', departed: 'success', voided: 'neutral' };

/** Rows in sight before the list scrolls by itself. */
const ROWS_SHOWN = 8;
const HEADER = 41;
/** Narrower lists leave out what their orders and pallets say anyway. */
const WIDE = 720;

/** The pallets and cartons of the shipment: what stands on the dock, what is on the truck, and what can be done with each. */
export function LoadingList({ shipment }: { readonly shipment: ShipmentView }) {
  const { t } = useText();
  const { units, loaded, toLoad, departedAt } = shipment;
  const { ref, width } = useWidth<HTMLDivElement>();
  const columns = useColumns(shipment, width >= WIDE);
  const height = rowHeight[useDensity()];
  const style: CSSProperties = { height: Math.min(units.length, ROWS_SHOWN) * height + HEADER };
  return (
    <Card actions={toLoad > 0 && departedAt === null && <Text tone="quiet">{t('shippingScreen.load.count', { loaded, total: toLoad })}</Text>} flush title={t('shippingScreen.load')}>
      {units.length === 0 ? (
        <EmptyState icon={PackageOpen} title={t('shippingScreen.load.none')}>
          {t('shippingScreen.load.none.text')}
        </EmptyState>
      ) : (
        <div ref={ref} style={style}>
          <DataTable bare columns={columns} label={t('shippingScreen.load')} rowId={({ sscc }) => sscc} rows={units} />
        </div>
      )}
    </Card>
  );
}

function useColumns({ shipmentId }: ShipmentView, wide: boolean): readonly Column<UnitView>[] {
  const words = useText();
  const prefixLength = useStationState(({ status }) => status?.settings.companyPrefix.length || undefined);
  const system = useStationState(({ status }) => usualSystem(status?.settings.paperSize ?? 'Letter'));
  return useMemo(() => {
    const { t } = words;
    const all: readonly Column<UnitView>[] = [
      { id: 'unit', header: t('shippingScreen.load.column.unit'), width: 'minmax(200px, 2fr)', cell: ({ sscc }) => <CodeText kind="sscc" value={sscc} {...(prefixLength === undefined ? {} : { prefixLength })} /> },
      { id: 'order', header: t('shippingScreen.load.column.order'), width: 'minmax(96px, 1fr)', wideOnly: true, cell: ({ po }) => <CodeText kind="po" value={po} /> },
      {
        id: 'contents',
        header: t('shippingScreen.load.column.contents'),
        width: 'minmax(120px, 1fr)',
        wrap: true,
        cell: ({ eaches, cartons }) => t('shippingScreen.load.contents', { eaches, cartons }),
      },
      {
        id: 'weight',
        header: t('shippingScreen.load.column.weight'),
        width: '88px',
        align: 'end',
        wideOnly: true,
        cell: ({ weightGrams }) => (weightGrams === null ? '' : measureText(words, weightGrams, weightIn[system])),
      },
      { id: 'state', header: t('shippingScreen.load.column.state'), width: 'minmax(112px, max-content)', wrap: true, cell: (unit) => <UnitState unit={unit} /> },
      { id: 'photos', header: t('shippingScreen.load.column.photos'), width: '128px', wideOnly: true, cell: (unit) => unit.state !== 'voided' && <PhotosButton size="desk" unit={unit} /> },
      { id: 'actions', header: t('shippingScreen.load.column.actions'), headerHidden: true, width: '48px', cell: (unit) => <UnitMenu shipmentId={shipmentId} unit={unit} /> },
    ];
    return wide ? all : all.filter(({ wideOnly }) => !wideOnly);
  }, [words, prefixLength, system, shipmentId, wide]);
}

function UnitState({ unit: { state, labelConfirmedAt, claim } }: { readonly unit: UnitView }) {
  const words = useText();
  const { t } = words;
  return (
    <>
      <Badge tone={stateTone[state]}>{t('shippingScreen.load.state', { state })}</Badge>
      {state !== 'open' && labelConfirmedAt === null && (
        <Text as="div" size={14} tone="warn">
          {t('shippingScreen.load.noLabel')}
        </Text>
      )}
      {claim !== null && (
        <Text as="div" size={14} tone="quiet">
          {claimText(words, claim)}
        </Text>
      )}
    </>
  );
}

function UnitMenu({ unit: { sscc, state, photos }, shipmentId }: { readonly unit: UnitView; readonly shipmentId: string }) {
  const { t } = useText();
  const { run } = useCommand();
  const print = usePrint();
  const [showing, setShowing] = useState(false);
  const close = useCallback(() => setShowing(false), []);
  const act = (id: 'unload' | 'pdf' | 'zpl' | 'manifest' | 'photos'): void => {
    if (id === 'photos') return setShowing(true);
    void run(async (client) => {
      if (id === 'unload') await client.shipments.unload({ shipmentId, sscc });
      else if (id === 'manifest') print(await client.printing.paper({ paper: 'pallet-manifest', subject: sscc }));
      else if (id === 'zpl') saveFile(await client.units.label({ sscc, format: id }));
      else print(await client.printing.label({ sscc }));
    });
  };
  return (
    <>
      <MenuButton
        icon={EllipsisVertical}
        iconOnly
        items={[
          { id: 'photos', label: t('evidence.photos', { count: photos }), disabled: state === 'voided' },
          { id: 'pdf', label: t('shippingScreen.load.labelPdf'), disabled: state === 'open' },
          { id: 'zpl', label: t('shippingScreen.load.labelZpl'), disabled: state === 'open' },
          { id: 'manifest', label: t('shippingScreen.load.manifest') },
          { id: 'unload', label: t('shippingScreen.load.unload'), disabled: state !== 'loaded', danger: true },
        ]}
        label={t('shippingScreen.load.actions', { sscc })}
        onAction={act}
      />
      {showing && <PhotosDialog sscc={sscc} onClose={close} />}
    </>
  );
}
