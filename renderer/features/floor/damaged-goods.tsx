import { HeartCrack } from 'lucide-react';
import { useState } from 'react';
import { traceMessage } from '../../../shared/domain/handling-units/trace-words.ts';
import type { Message } from '../../../shared/messages/say.ts';
import { newScanId } from '../../app/scanning.ts';
import { HoldButton } from '../../ui/actions/hold-button.tsx';
import { QuantityField } from '../../ui/fields/quantity-field.tsx';
import { RadioGroup } from '../../ui/fields/radio-group.tsx';
import { useText, type Words } from '../../ui/i18n.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Dialog } from '../../ui/overlays/dialog.tsx';
import { Banner } from '../../ui/status/banner.tsx';
import { eaches } from '../../ui/text/amounts.tsx';
import type { DamagedPlace } from './damaged-places.ts';
import { costOf } from './move-goods.tsx';
import { NextStep } from './next-step.tsx';
import { unitTail } from './unit-tail.ts';
import { useTaskCommands } from './use-task-commands.ts';

/** As the journal keeps them: its readers see them in their own language. */
const reasons = ['broken', 'wet', 'carton', 'expired'] as const;

export interface DamagedGoodsProps {
  readonly po: string;
  /** As they were when the question was asked. */
  readonly places: readonly DamagedPlace[];
  readonly onClose: () => void;
}

/** Damaged goods: where, how many, why; held, for they are written off. Then the next step is proposed. */
export function DamagedGoods({ po, places, onClose }: DamagedGoodsProps) {
  const words = useText();
  const { t } = words;
  const { reply, busy } = useTaskCommands();
  const [scanId] = useState(newScanId);
  const [chosen, setChosen] = useState<string | null>(places.length === 1 ? (places[0]?.id ?? null) : null);
  const [count, setCount] = useState(1);
  const [why, setWhy] = useState<(typeof reasons)[number] | null>(null);
  const [told, setTold] = useState<{ readonly what: Message; readonly details: readonly Message[] }>();
  const place = places.find(({ id }) => id === chosen);
  const lost = !place ? 0 : place.carton === null ? Math.min(count, place.most ?? count) : (place.most ?? 0);
  const cost = place?.unit == null ? undefined : costOf(place.unit, lost);
  const report = async (): Promise<void> => {
    if (!place || why === null) return;
    const { line, sku, location, unit, carton, trace } = place;
    const answer = await reply((client) => client.floor.damaged({ scanId, po, line, eaches: lost, reason: why, location, sscc: unit?.sscc ?? null, carton, trace }), sku);
    if (answer) setTold({ what: answer.answer.message, details: answer.answer.details });
  };
  if (told) return <NextStep {...told} onClose={onClose} />;
  return (
    <Dialog
      actions={
        <HoldButton
          disabled={!place || why === null || busy}
          icon={HeartCrack}
          label={place ? t('floorScreen.damaged.do', { eaches: lost, sku: place.sku }) : t('floorScreen.damaged')}
          size="floor"
          onConfirm={() => void report()}
        />
      }
      open
      title={t('floorScreen.damaged.title')}
      onClose={onClose}
    >
      <Stack gap={6}>
        {places.length > 1 && <RadioGroup label={t('floorScreen.damaged.where')} look="cards" options={places.map((each) => ({ id: each.id, ...placeWords(words, each) }))} value={chosen} onChange={setChosen} />}
        {place?.carton === null && (
          <QuantityField label={t('floorScreen.damaged.eaches', { sku: place.sku })} max={place.most ?? undefined} min={1} unit={eaches} value={lost} onChange={setCount} />
        )}
        <RadioGroup label={t('floorScreen.damaged.why')} look="cards" options={reasons.map((id) => ({ id, label: t(`floorScreen.damaged.${id}`) }))} value={why} onChange={setWhy} />
        {cost && place?.unit && <Banner title={t('floorScreen.costs', { what: cost, unit: unitTail(place.unit.sscc) })} tone="warning" />}
      </Stack>
    </Dialog>
  );
}

function placeWords({ t, tell }: Words, { sku, location, unit, carton, trace }: DamagedPlace): { readonly label: string; readonly description: string | undefined } {
  const description = trace === null ? undefined : tell(traceMessage(trace));
  if (carton !== null) return { label: t('floorScreen.goods.carton', { carton: unitTail(carton), sku }), description };
  if (unit !== null) return { label: t('floorScreen.damaged.onUnit', { kind: unit.kind, sku }), description };
  return { label: location === null ? t('floorScreen.damaged.inHand', { sku }) : t('floorScreen.damaged.inBin', { location }), description };
}
