import { ArrowRightLeft, FileDown, PackageOpen, Printer, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { UnitView } from '../../../shared/contracts/views.ts';
import { useScanDoor } from '../../app/scan-door.tsx';
import { useCommand } from '../../app/station.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { MenuButton } from '../../ui/actions/menu-button.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Badge } from '../../ui/status/badge.tsx';
import { StatusMark } from '../../ui/status/status-mark.tsx';
import { PhotosButton } from '../evidence/photos-button.tsx';
import { placesOnUnit } from './damaged-places.ts';
import type { AskedGoods } from './goods-dialog.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { SsccText } from './sscc-text.tsx';
import { useLabel, type LabelWay } from './use-label.ts';

/** The order's other pallets and cartons: their labels first, for a pallet without a confirmed label cannot be trusted. */
export function PackedUnits({ units, onAskGoods }: { readonly units: readonly UnitView[]; readonly onAskGoods: (asked: AskedGoods) => void }) {
  const { t } = useText();
  if (units.length === 0) return null;
  return (
    <ul aria-label={t('floorScreen.units')} className="floor-units">
      {units.map((unit) => (
        <PackedUnit key={unit.sscc} unit={unit} onAskGoods={onAskGoods} />
      ))}
    </ul>
  );
}

function PackedUnit({ unit, onAskGoods }: { readonly unit: UnitView; readonly onAskGoods: (asked: AskedGoods) => void }) {
  const { t, tell } = useText();
  const door = useScanDoor();
  const { run, busy } = useCommand();
  const label = useLabel();
  const [asking, setAsking] = useState<'reopen' | 'discard' | null>(null);
  const { sscc, state, eaches, cartons, kind, warnings } = unit;
  const move = (): void => onAskGoods({ what: 'move', unit });
  const get = (way: LabelWay): void => void run((client) => label(client, sscc, way));
  return (
    <li className="floor-units__item">
      <span className="floor-units__words">
        <strong>
          {t(kind === 'pallet' ? 'floorScreen.unit.pallet' : 'floorScreen.unit.carton')} <SsccText sscc={sscc} />
        </strong>
        <span className="floor-units__facts">
          <Badge>{t('floorScreen.unit.state', { state })}</Badge>
          {kind === 'pallet' && unit.estimate.mixed && <Badge>{t('floorScreen.mixed')}</Badge>}
          {t('floorScreen.unit.holds', { eaches, cartons })}
          {state === 'closed' && <LabelState unit={unit} />}
        </span>
      </span>
      {state === 'closed' && (
        <span className="floor-units__actions">
          <Button busy={busy} icon={Printer} variant={unit.labelConfirmedAt === null && !unit.labelStands ? 'primary' : 'secondary'} onPress={() => get('print')}>
            {t(unit.labelStands ? 'floorScreen.label.reprint' : 'floorScreen.label.print')}
          </Button>
          <MenuButton
            icon={FileDown}
            items={[
              { id: 'save-pdf', label: t('floorScreen.label.savePdf') },
              { id: 'save-zpl', label: t('floorScreen.label.saveZpl') },
              { id: 'manifest', label: t('floorScreen.label.manifest') },
              { id: 'move', label: t('floorScreen.move') },
              { id: 'damaged', label: t('floorScreen.damaged') },
            ]}
            label={t('floorScreen.label.other')}
            onAction={(id) => {
              if (id === 'move') move();
              else if (id === 'damaged') onAskGoods({ what: 'damaged', po: unit.po, places: placesOnUnit(unit) });
              else get(id);
            }}
          />
          <PhotosButton unit={unit} />
          <Button icon={PackageOpen} onPress={() => setAsking('reopen')}>
            {t('floorScreen.reopen')}
          </Button>
        </span>
      )}
      {state === 'open' && (
        <span className="floor-units__actions">
          <Button icon={PackageOpen} onPress={() => door.scan(sscc)}>
            {t('floorScreen.unit.take')}
          </Button>
          {eaches > 0 && (
            <Button icon={ArrowRightLeft} onPress={move}>
              {t('floorScreen.move')}
            </Button>
          )}
          {eaches === 0 && (
            <Button icon={Trash2} onPress={() => setAsking('discard')}>
              {t('floorScreen.discard')}
            </Button>
          )}
        </span>
      )}
      {warnings.length > 0 && (
        <span className="floor-units__warnings">
          {warnings.map((warning) => (
            <StatusMark key={warning.key} status="atRisk">
              {tell(warning)}
            </StatusMark>
          ))}
        </span>
      )}
      {asking !== null && <UnitReason asking={asking} unit={unit} onClose={() => setAsking(null)} />}
    </li>
  );
}

function LabelState({ unit: { labelStands, labelConfirmedAt } }: { readonly unit: UnitView }) {
  const { t } = useText();
  if (labelConfirmedAt !== null) return <StatusMark status="done">{t('floorScreen.label.confirmed')}</StatusMark>;
  return <StatusMark status="atRisk">{t(labelStands ? 'floorScreen.label.printed' : 'floorScreen.label.none')}</StatusMark>;
}

/** Reopening and discarding are told why: somebody reads it when a pallet does not add up. */
export function UnitReason({ unit: { sscc, kind }, asking, onClose }: { readonly unit: UnitView; readonly asking: 'reopen' | 'discard'; readonly onClose: () => void }) {
  const { t } = useText();
  const { run } = useCommand();
  if (asking === 'reopen') {
    return (
      <ReasonDialog
        doLabel={t('floorScreen.reopen')}
        reasons={[t('floorScreen.reopen.count'), t('floorScreen.reopen.product'), t('floorScreen.reopen.more'), t('floorScreen.reopen.damaged')]}
        text={t('floorScreen.reopen.text')}
        what={<SsccText sscc={sscc} />}
        title={t('floorScreen.reopen.title', { kind })}
        onClose={onClose}
        onDone={(reason) => void run((client) => client.units.reopen({ sscc, reason }))}
      />
    );
  }
  return (
    <ReasonDialog
      doLabel={t('floorScreen.discard')}
      reasons={[t('floorScreen.discard.notNeeded'), t('floorScreen.discard.mistake'), t('floorScreen.discard.broken')]}
      text={t('floorScreen.discard.text')}
      what={<SsccText sscc={sscc} />}
      title={t('floorScreen.discard.title', { kind })}
      onClose={onClose}
      onDone={(reason) => void run((client) => client.units.discard({ sscc, reason }))}
    />
  );
}
