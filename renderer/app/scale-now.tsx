import type { ScaleView } from '../../shared/contracts/devices.ts';
import { usualSystem, type MeasureSystem } from '../../shared/lib/mass.ts';
import { weightIn } from '../../shared/lib/measures.ts';
import { useText } from '../ui/i18n.tsx';
import { measureText } from '../ui/measures.ts';
import { StatusMark } from '../ui/status/status-mark.tsx';
import { useScale } from './scale.ts';
import { useStationState } from './station.tsx';

/** What the scale says, in words: a weight that stands, one that still moves, or why there is none. */
export function ScaleWords({ view, system }: { readonly view: ScaleView; readonly system: MeasureSystem }) {
  const words = useText();
  const { t } = words;
  if (view.kind !== 'weight') return <StatusMark status="atRisk">{t('devices.scale.none', { kind: view.kind })}</StatusMark>;
  return <StatusMark status={view.stable ? 'done' : 'neutral'}>{t('devices.scale.now', { weight: measureText(words, view.grams, weightIn[system]), stable: view.stable ? 'yes' : 'no' })}</StatusMark>;
}

/** The same by itself, in the unit that is usual here. */
export function ScaleNow() {
  const view = useScale();
  const system = useStationState(({ status }) => usualSystem(status?.settings.paperSize ?? 'Letter'));
  return <ScaleWords system={system} view={view} />;
}
