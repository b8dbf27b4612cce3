import { useState } from 'react';
import type { LineView } from '../../../shared/contracts/views.ts';
import type { Message } from '../../../shared/messages/say.ts';
import { newScanId } from '../../app/scanning.ts';
import { Button } from '../../ui/actions/button.tsx';
import { QuantityField } from '../../ui/fields/quantity-field.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Stack, Tiles } from '../../ui/layout/stack.tsx';
import { Dialog } from '../../ui/overlays/dialog.tsx';
import { eaches } from '../../ui/text/amounts.tsx';
import { Text } from '../../ui/text/text.tsx';
import { NextStep } from './next-step.tsx';
import { useTaskCommands } from './use-task-commands.ts';

export interface ShortPickProps {
  readonly line: LineView;
  readonly po: string;
  /** The bin where they should be. */
  readonly location: string | null;
  /** Eaches neither picked nor reported. */
  readonly left: number;
  readonly onClose: () => void;
}

/** As the journal keeps them: its readers see them in their own language. */
const reasons = ['notThere', 'damaged', 'notBoxed', 'wrongBin'] as const;

/** Goods are not where they should be: how many, one tap for why, and what the station proposes next. */
export function ShortPick({ line, po, location, left, onClose }: ShortPickProps) {
  const { t } = useText();
  const { reply, busy } = useTaskCommands();
  const [scanId] = useState(newScanId);
  // What is scanned meanwhile was there after all: the number follows.
  const [typed, setTyped] = useState<number>();
  const missing = Math.min(typed ?? left, left);
  const [proposed, setProposed] = useState<Message>();
  const sku = line.sku ?? line.title;
  const report = async (why: (typeof reasons)[number]): Promise<void> => {
    const answer = await reply((client) => client.floor.short({ scanId, po, line: line.line, eaches: missing, reason: why, location }), sku);
    if (answer) setProposed(answer.answer.message);
  };
  if (proposed) return <NextStep what={proposed} onClose={onClose} />;
  return (
    <Dialog open title={t('floorScreen.short.title', { sku })} onClose={onClose}>
      <Stack gap={6}>
        <QuantityField label={t('floorScreen.short.eaches')} max={left} min={1} ordered={line.accepted} unit={eaches} value={missing} onChange={setTyped} />
        <Stack gap={3}>
          <Text weight="medium">{t('floorScreen.short.why')}</Text>
          <Tiles min={200}>
            {reasons.map((why) => (
              <Button busy={busy} key={why} size="floor" wide onPress={() => void report(why)}>
                {t(`floorScreen.short.${why}`)}
              </Button>
            ))}
          </Tiles>
        </Stack>
      </Stack>
    </Dialog>
  );
}
