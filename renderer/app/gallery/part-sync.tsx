import type { SyncState } from '../../../shared/contracts/views.ts';
import { DecisionButton } from '../../ui/actions/decision-button.tsx';
import { Timeline } from '../../ui/data/timeline.tsx';
import { LanguageSwitch } from '../../ui/fields/language-switch.tsx';
import { SyncMarks } from '../../ui/layout/sync-marks.tsx';
import { ClaimMark } from '../../ui/status/claim-mark.tsx';
import { SkewBanner } from '../notices.tsx';
import { Section, State, States } from './section.tsx';
import { savedSample, syncSamples } from './sync-samples.ts';

const nothing = (): void => undefined;
const states: readonly SyncState[] = ['alone', 'joining', 'connected', 'catching-up', 'offline', 'limited', 'needs-update'];

export function SyncParts() {
  return (
    <>
      <Section from="layout/sync-marks.tsx" name="SyncMarks">
        <States>
          {states.map((state) => (
            <State key={state} name={state}>
              <SyncMarks href="#/gallery" saved={savedSample} sync={syncSamples[state]} />
            </State>
          ))}
        </States>
        <SkewBanner skewMs={192_000} />
        <SkewBanner skewMs={-3_900_000} />
      </Section>
      <Section from="actions/decision-button.tsx" name="DecisionButton">
        <div className="decisions">
          <DecisionButton advice="Advised" consequence="Sam's 48 units go back to A-01-02; the pallet at Dock 2 stays as it is." label="Keep the first" onPress={nothing} />
          <DecisionButton consequence="Maria's pallet is taken apart: 48 units go back to A-01-02." label="Keep the second" onPress={nothing} />
          <DecisionButton busy consequence="96 units leave; the customer asked for 48." label="Keep both" onPress={nothing} />
        </div>
      </Section>
      <Section from="status/claim-mark.tsx, data/timeline.tsx, fields/language-switch.tsx" name="ClaimMark, Timeline, LanguageSwitch">
        <States>
          <ClaimMark here={false}>Held by Sam Okafor at Dock 3 since 12:40</ClaimMark>
          <ClaimMark here>Held here by Maria Lopez since 12:52</ClaimMark>
        </States>
        <Timeline
          empty="Nothing yet"
          items={[
            { id: '2', words: 'Decided: keep the first', note: 'Tue, Nov 24, 12:58 · Ana Ruiz · Supervisor desk' },
            { id: '1', words: 'Pallet packed with 48 units', note: 'Tue, Nov 24, 12:41 · Sam Okafor · Dock 3' },
          ]}
        />
        <Timeline empty="Nothing yet" items={[]} />
        <LanguageSwitch locale="en" onLocale={nothing} />
      </Section>
    </>
  );
}
