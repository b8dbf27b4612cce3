import { PackageCheck, RefreshCw } from 'lucide-react';
import { Button } from '../../ui/actions/button.tsx';
import { Badge } from '../../ui/status/badge.tsx';
import { Banner } from '../../ui/status/banner.tsx';
import { Clock } from '../../ui/status/clock.tsx';
import { HotBadge } from '../../ui/status/hot-badge.tsx';
import { LineBar } from '../../ui/status/line-bar.tsx';
import { Meter } from '../../ui/status/meter.tsx';
import { PeopleMark } from '../../ui/status/people-mark.tsx';
import { Progress } from '../../ui/status/progress.tsx';
import { Stat } from '../../ui/status/stat.tsx';
import { StatusMark, type Status } from '../../ui/status/status-mark.tsx';
import { UnitsBar } from '../../ui/status/units-bar.tsx';
import { Tiles } from '../../ui/layout/stack.tsx';
import { HOUR, MINUTE, SECOND } from '../../../shared/lib/time.ts';
import { NOW, inTime } from './samples.ts';
import { Section, State, States } from './section.tsx';

const nothing = (): void => undefined;
const statuses: readonly Status[] = ['onTrack', 'atRisk', 'overdue', 'done', 'offline', 'neutral'];

export function StatusParts() {
  return (
    <>
      <Section from="status/hot-badge.tsx, badge.tsx, people-mark.tsx, status-mark.tsx" name="HotBadge, Badge, PeopleMark, StatusMark">
        <States>
          <HotBadge />
          <HotBadge size={20} />
          <HotBadge size={28} />
        </States>
        <States>
          <Badge>received</Badge>
          <Badge icon={PackageCheck} tone="info">
            packing
          </Badge>
          <Badge tone="success">confirmed</Badge>
          <Badge tone="warning">needs review</Badge>
          <Badge tone="error">refused</Badge>
          <Badge tone="offline">not sent</Badge>
        </States>
        <States>
          <PeopleMark names={['Ana Ruiz']} />
          <PeopleMark names={['Maria Lopez', 'Sam Okafor']} />
          <PeopleMark names={['Maria Lopez', 'Sam Okafor', 'Ana Ruiz', 'Lee Chen']} />
          <PeopleMark names={[]} />
        </States>
        <States>
          {statuses.map((status) => (
            <StatusMark key={status} status={status} />
          ))}
        </States>
      </Section>
      <Section from="status/clock.tsx" name="Clock">
        <States>
          <State name="days">
            <Clock deadline={inTime(52 * HOUR)} now={NOW} purpose="ship" />
          </State>
          <State name="minute steps">
            <Clock deadline={inTime(3 * HOUR + 5 * MINUTE + 40 * SECOND)} now={NOW} purpose="acknowledge" />
          </State>
          <State name="second steps, at risk">
            <Clock atRisk deadline={inTime(12 * MINUTE + 30 * SECOND)} now={NOW} />
          </State>
          <State name="due">
            <Clock deadline={NOW} now={NOW} purpose="ship" />
          </State>
          <State name="overdue">
            <Clock deadline={inTime(-47 * MINUTE)} now={NOW} purpose="acknowledge" />
          </State>
          <State name="met">
            <Clock deadline={inTime(-HOUR)} done="Acknowledged 11:52" now={NOW} />
          </State>
          <State name="card">
            <Clock deadline={inTime(3 * HOUR + 5 * MINUTE)} label="Acknowledge by 16:05 CST" now={NOW} size="card" />
          </State>
          <State name="floor">
            <Clock atRisk deadline={inTime(34 * MINUTE + 9 * SECOND)} label="Ship by 13:34 CST" now={NOW} size="floor" />
          </State>
        </States>
      </Section>
      <Section from="status/units-bar.tsx" name="UnitsBar">
        <UnitsBar size="card" units={{ requested: 1000, accepted: 880, rejected: 120, picked: 640, packed: 432, shipped: 216 }} />
        <UnitsBar size="card" units={{ requested: 1000, accepted: 0, picked: 0, packed: 0, shipped: 0 }} />
        <Tiles min={200}>
          <UnitsBar units={{ requested: 480, accepted: 480, picked: 312, packed: 96, shipped: 0 }} />
          <UnitsBar units={{ requested: 480, accepted: 480, picked: 480, packed: 480, shipped: 480 }} />
          <UnitsBar units={{ requested: 480, accepted: 0, picked: 0, packed: 0, shipped: 0 }} />
        </Tiles>
      </Section>
      <Section from="status/line-bar.tsx" name="LineBar">
        <State name="hot order, safety stock helps, short">
          <LineBar allocated={120} boxed={600} requested={600} safety={80} safetyUsable />
        </State>
        <State name="standard order, safety stock barred">
          <LineBar allocated={120} boxed={600} requested={420} safety={80} safetyUsable={false} />
        </State>
        <State name="enough, compact">
          <LineBar allocated={60} boxed={900} compact requested={240} safety={0} safetyUsable />
        </State>
      </Section>
      <Section from="status/banner.tsx" name="Banner">
        <Banner action={<Button size="desk">Open</Button>} title="New HPO 4GRNDR7K" tone="hot" onDismiss={nothing}>
          1,000 ceramic grinders, acknowledge in 24 h
        </Banner>
        <Banner title="The printed list is out of date" tone="error">
          The PO changed at 12:40, after printing. Print it again before you pick on.
        </Banner>
        <Banner action={<Button icon={RefreshCw} size="desk">Test scan</Button>} title="This clock is 3 min slow" tone="warning">
          Deadlines use the corrected time. Set the machine's clock when there is time.
        </Banner>
        <Banner title="Offline for 12 min, 34 saved here" tone="offline">
          Work goes on; it is sent as soon as there is a connection.
        </Banner>
        <Banner title="Demo warehouse" tone="info">
          Nothing here is real.
        </Banner>
        <Banner title="Acknowledgement confirmed by Amazon" tone="success" onDismiss={nothing} />
      </Section>
      <Section from="status/meter.tsx, progress.tsx, stat.tsx" name="Meter, Progress, Stat">
        <Meter label="Maria, until 15:00" max={480} text="5 h 40 of 8 h" value={340} />
        <Meter label="Weight" max={680} text="655 of 680 kg" tone="warning" value={655} />
        <Meter label="Height" max={1830} text="75 of 72 in" tone="error" value={1910} />
        <Progress label="Reading 10,000 lines" ratio={0.62} onCancel={nothing} />
        <Progress label="Checking the backup" />
        <Tiles min={180}>
          <Stat label="HPO fill rate, 7 days" note="4,268 of 4,382 units" trend={{ direction: 'up', words: '1.2 points on last week', tone: 'good' }} value="97.4%" />
          <Stat label="Acknowledged late" trend={{ direction: 'down', words: '2 more than last week', tone: 'bad' }} value="3" />
        </Tiles>
      </Section>
    </>
  );
}
