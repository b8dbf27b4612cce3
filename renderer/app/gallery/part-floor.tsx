import { useState } from 'react';
import { Button } from '../../ui/actions/button.tsx';
import { Keypad } from '../../ui/floor/keypad.tsx';
import { PalletStack } from '../../ui/floor/pallet-stack.tsx';
import { PinPad } from '../../ui/floor/pin-pad.tsx';
import { ScanBar } from '../../ui/floor/scan-bar.tsx';
import type { ScanAnswer, ScanOutcome } from '../../ui/floor/scan-answer.ts';
import { createSounds, defaultSoundSettings, type SoundEvent } from '../../ui/sounds.ts';
import { StatusMark } from '../../ui/status/status-mark.tsx';
import { casesOf } from '../../ui/text/amounts.tsx';
import { Text } from '../../ui/text/text.tsx';
import { NOW, SSCC, scanAnswers } from './samples.ts';
import { Section, State, States } from './section.tsx';

const nothing = (): void => undefined;
const sounds = createSounds(() => defaultSoundSettings);
const soundEvents: readonly SoundEvent[] = ['accepted', 'wrong', 'duplicate', 'done', 'info', 'waits', 'hot'];
const outcomes: readonly ScanOutcome[] = ['accepted', 'wrong', 'duplicate', 'done', 'info'];

/** A scan bar that answers a press as if something had been scanned. */
function LiveScanBar() {
  const [answers, setAnswers] = useState<readonly ScanAnswer[]>(scanAnswers);
  const scan = (outcome: ScanOutcome): void => {
    const sample = scanAnswers.find((answer) => answer.outcome === outcome);
    if (!sample) return;
    setAnswers((before) => [{ ...sample, id: `${outcome} ${String(before.length)}`, at: NOW }, ...before]);
    if (outcome !== 'info') sounds.play(outcome);
  };
  return (
    <>
      <States>
        {outcomes.map((outcome) => (
          <Button key={outcome} size="desk" onPress={() => scan(outcome)}>
            Scan: {outcome}
          </Button>
        ))}
      </States>
      <ScanBar listening="Product CG-1000 at A-01-02" recent={answers} onUndo={nothing} />
    </>
  );
}

export function FloorParts() {
  const [entered, setEntered] = useState('');
  const [cartons, setCartons] = useState(23);
  return (
    <>
      <Section from="floor/scan-bar.tsx, sounds.ts" name="ScanBar" wide>
        <LiveScanBar />
        {scanAnswers.slice(1).map((answer) => (
          <ScanBar key={answer.id} listening="Location A-01-02" recent={[answer]} />
        ))}
        <ScanBar listening="Any order, pallet or product" recent={[]} waiting={3} />
        <States>
          {soundEvents.map((event) => (
            <Button key={event} size="desk" onPress={() => sounds.play(event)}>
              Sound: {event}
            </Button>
          ))}
        </States>
      </Section>
      <Section from="floor/pallet-stack.tsx" name="PalletStack">
        <PalletStack
          cartons={cartons}
          height={{ value: 1180, max: 1830, text: '46 of 72 in' }}
          label={<StatusMark status="atRisk">Label printed, not scanned yet</StatusMark>}
          perLayer={8}
          planned={40}
          sscc={SSCC}
          weight={{ value: 412, max: 680, text: '412 of 680 kg' }}
        />
        <States>
          <Button size="desk" onPress={() => setCartons((count) => count + 1)}>
            Land a carton
          </Button>
          <Button size="desk" onPress={() => setCartons((count) => Math.max(0, count - 1))}>
            Take one off
          </Button>
        </States>
      </Section>
      <Section from="floor/pallet-stack.tsx" name="PalletStack full and very many">
        <PalletStack cartons={420} label={<StatusMark status="done">Label scanned</StatusMark>} perLayer={60} planned={420} sscc={SSCC} />
      </Section>
      <Section from="floor/pin-pad.tsx, floor/keypad.tsx" name="PinPad, Keypad">
        <States>
          <State name="PinPad">
            <PinPad label="PIN for Maria Lopez" onSubmit={() => setEntered('PIN entered')} />
          </State>
          <State name="PinPad with error">
            <PinPad error="Wrong PIN, 2 tries left" label="PIN for Sam Okafor" onSubmit={nothing} />
          </State>
          <State name="Keypad">
            <Keypad doneLabel="Pick" label="Cases picked at A-01-02" max={25} ordered={20} unit={casesOf(24)} onDone={(quantity) => setEntered(`${String(quantity)} cases`)} />
          </State>
        </States>
        <Text size={14} tone="quiet">
          {entered}
        </Text>
      </Section>
    </>
  );
}
