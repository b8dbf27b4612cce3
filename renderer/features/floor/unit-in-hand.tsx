import type { TaskView, UnitView } from '../../../shared/contracts/views.ts';
import { limits } from '../../../shared/domain/handling-units/dock-limits.ts';
import { lengthIn, weightIn, type Measure } from '../../../shared/lib/measures.ts';
import { useStationState } from '../../app/station.tsx';
import { PalletStack, type PalletStackProps } from '../../ui/floor/pallet-stack.tsx';
import { useText, type Words } from '../../ui/i18n.tsx';
import { Badge } from '../../ui/status/badge.tsx';
import { eaches, quantityText } from '../../ui/text/amounts.tsx';
import { Text } from '../../ui/text/text.tsx';
import { cartonsPerLayer } from './pallet-plan.ts';
import { leftToPack } from './stage-facts.ts';
import { usePrefixLength } from './use-prefix-length.ts';

/** The pallet or carton that is packed: drawn as it fills, with how high and heavy it will be by the item master. */
export function UnitInHand({ task: { line, remaining, product }, unit }: { readonly task: TaskView; readonly unit: UnitView }) {
  const words = useText();
  const { t } = words;
  const prefixLength = usePrefixLength();
  const meters = useMeters(unit);
  const waiting = (line === null ? remaining : [line, ...remaining]).reduce((sum, each) => sum + Math.ceil(leftToPack(each) / (each.caseSize ?? 1)), 0);
  return (
    <PalletStack
      cartons={unit.cartons}
      contents={quantityText(words, unit.eaches, eaches)}
      label={
        <>
          <Text size={16} tone="quiet">
            {t('floorScreen.label.open')}
          </Text>
          {unit.kind === 'pallet' && unit.estimate.mixed && <Badge>{t('floorScreen.mixed')}</Badge>}
        </>
      }
      perLayer={unit.estimate.perLayer ?? cartonsPerLayer(product)}
      planned={unit.cartons + waiting}
      prefixLength={prefixLength}
      sscc={unit.sscc}
      {...meters}
    />
  );
}

/** What is known of its weight and height against what the site lets it have; nothing while it is empty. */
function useMeters({ kind, eaches: on, estimate: { weightGrams, heightMm } }: UnitView): Pick<PalletStackProps, 'weight' | 'height'> {
  const words = useText();
  const settings = useStationState(({ status }) => status?.settings);
  if (settings === undefined || on === 0) return {};
  const { system } = words;
  const most = kind === 'pallet' ? settings.palletWeightGrams : limits.cartonGrams;
  return {
    weight: weightGrams === null ? undefined : meter(words, weightGrams, most, weightIn[system]),
    height: heightMm === null ? undefined : meter(words, heightMm, settings.palletHeightMm, lengthIn[system]),
  };
}

/** Whole units: what the item master adds up to is no closer than that. */
function meter({ t, format }: Words, value: number, max: number, { unit, size }: Measure): PalletStackProps['weight'] {
  return { value, max, text: t('floorScreen.ofMost', { value: format.number(value / size), most: format.number(max / size), unit }), tone: value > max ? 'warning' : 'info' };
}
