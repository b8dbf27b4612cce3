import { useState } from 'react';
import type { LineView, TaskView, UnitView } from '../../../shared/contracts/views.ts';
import type { Message } from '../../../shared/messages/say.ts';
import { Button } from '../../ui/actions/button.tsx';
import { QuantityField } from '../../ui/fields/quantity-field.tsx';
import { RadioGroup } from '../../ui/fields/radio-group.tsx';
import { useText, type Words } from '../../ui/i18n.tsx';
import { Stack, Tiles } from '../../ui/layout/stack.tsx';
import { Dialog } from '../../ui/overlays/dialog.tsx';
import { Banner } from '../../ui/status/banner.tsx';
import { eaches } from '../../ui/text/amounts.tsx';
import { Text } from '../../ui/text/text.tsx';
import { leftToPack } from './stage-facts.ts';
import { useTaskCommands } from './use-task-commands.ts';

/** Goods that may be damaged, and where they are. */
export interface DamagedPlace {
  readonly id: string;
  readonly label: string;
  readonly line: string;
  readonly sku: string;
  /** Eaches there at most. */
  readonly most: number;
  readonly location: string | null;
  readonly sscc: string | null;
}

/** At a bin: goods of the line that lie in it, and those that are picked and not packed. */
export function placesWhilePicking({ t }: Words, line: LineView, { location }: TaskView): DamagedPlace[] {
  const sku = line.sku ?? '';
  const inHand = leftToPack(line);
  return [
    ...(location === null ? [] : [{ id: 'bin', label: t('floorScreen.damaged.inBin', { location }), line: line.line, sku, most: Math.max(1, line.accepted - line.picked), location, sscc: null }]),
    ...(inHand > 0 ? [{ id: 'hand', label: t('floorScreen.damaged.inHand', { sku }), line: line.line, sku, most: inHand, location: null, sscc: null }] : []),
  ];
}

/** Picked goods that wait to be packed. */
export function placesWaiting({ t }: Words, { line, remaining }: TaskView): DamagedPlace[] {
  return (line === null ? [] : [line, ...remaining]).flatMap((each) =>
    each.sku === null || leftToPack(each) === 0 ? [] : [{ id: `hand ${each.line}`, label: t('floorScreen.damaged.inHand', { sku: each.sku }), line: each.line, sku: each.sku, most: leftToPack(each), location: null, sscc: null }]);
}

export function placesOnUnit({ t }: Words, { sscc, kind, contents }: UnitView): DamagedPlace[] {
  return contents.map((content) => ({ id: `${sscc} ${content.line}`, label: t('floorScreen.damaged.onUnit', { kind, sku: content.sku }), line: content.line, sku: content.sku, most: content.eaches, location: null, sscc }));
}

const reasons = ['floorScreen.damaged.broken', 'floorScreen.damaged.wet', 'floorScreen.damaged.carton', 'floorScreen.damaged.expired'] as const;

export interface DamagedGoodsProps {
  readonly po: string;
  readonly places: readonly [DamagedPlace, ...DamagedPlace[]];
  readonly onClose: () => void;
}

/** Damaged goods: where, how many, one tap for why. They are written off, and the next step is proposed. */
export function DamagedGoods({ po, places, onClose }: DamagedGoodsProps) {
  const { t, tell } = useText();
  const { reply, busy } = useTaskCommands();
  const [first] = places;
  const [chosen, setChosen] = useState(first.id);
  const [count, setCount] = useState(1);
  const [told, setTold] = useState<readonly Message[]>();
  const { line, sku, most, location, sscc } = places.find(({ id }) => id === chosen) ?? first;
  const report = async (why: (typeof reasons)[number]): Promise<void> => {
    const answer = await reply((client) => client.floor.damaged({ po, line, eaches: Math.min(count, most), reason: t(why), location, sscc }), sku);
    if (answer) setTold([answer.answer.message, ...answer.answer.details]);
  };
  if (told) {
    const [what, ...next] = told;
    return (
      <Dialog
        actions={
          <Button autoFocus size="floor" variant="primary" onPress={onClose}>
            {t('floorScreen.short.go')}
          </Button>
        }
        open
        title={t('floorScreen.short.next')}
        onClose={onClose}
      >
        <Banner title={what ? tell(what) : ''} tone="info">
          <Stack gap={2}>
            {next.map((detail) => (
              <Text as="p" key={detail.key}>
                {tell(detail)}
              </Text>
            ))}
          </Stack>
        </Banner>
      </Dialog>
    );
  }
  return (
    <Dialog open title={t('floorScreen.damaged.title')} onClose={onClose}>
      <Stack gap={6}>
        {places.length > 1 && <RadioGroup label={t('floorScreen.damaged.where')} look="cards" options={places.map(({ id, label }) => ({ id, label }))} value={chosen} onChange={setChosen} />}
        <QuantityField label={t('floorScreen.damaged.eaches', { sku })} max={most} min={1} unit={eaches} value={Math.min(count, most)} onChange={setCount} />
        <Stack gap={3}>
          <Text weight="medium">{t('floorScreen.short.why')}</Text>
          <Tiles min={200}>
            {reasons.map((why) => (
              <Button busy={busy} key={why} size="floor" wide onPress={() => void report(why)}>
                {t(why)}
              </Button>
            ))}
          </Tiles>
        </Stack>
      </Stack>
    </Dialog>
  );
}
