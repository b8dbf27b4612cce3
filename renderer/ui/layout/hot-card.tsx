import type { LucideIcon } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { Button } from '../actions/button.tsx';
import { classes } from '../defined.ts';
import { HotBadge } from '../status/hot-badge.tsx';
import { Text } from '../text/text.tsx';
import './layout.css';

export interface HotCardProps {
  readonly po: string;
  readonly shipTo: string;
  /** The goods in words: "1,000 ceramic grinders" or "3 products, 480 units". */
  readonly goods: string;
  /** Its state: a Badge or StatusMark. */
  readonly status?: ReactNode;
  /** A UnitsBar of size card. */
  readonly units: ReactNode;
  /** Two clocks of size card. */
  readonly clocks: ReactNode;
  /** Why it is first: "HPO · acknowledge in 3 h 05 · ship by 16:00". */
  readonly why: string;
  /** What is out of the ordinary: who holds it elsewhere (a ClaimMark), open cases (a Badge). */
  readonly marks?: ReactNode;
  /** A PeopleMark. */
  readonly people?: ReactNode;
  /** The next thing to do, as the one big button. */
  readonly action?: { readonly label: string; readonly onPress: () => void; readonly icon?: LucideIcon | undefined; readonly disabled?: boolean | undefined } | undefined;
  readonly onOpen: () => void;
  readonly selected?: boolean | undefined;
}

/** One hot order in the strip above the queue. A press anywhere but on the button opens it. */
export function HotCard({ po, shipTo, goods, status, units, clocks, why, marks, people, action, onOpen, selected = false }: HotCardProps) {
  const goodsId = useId();
  return (
    <article aria-describedby={goodsId} aria-label={po} className={classes('hot-card', selected && 'hot-card--selected')}>
      <div className="hot-card__order">
        <div className="hot-card__top">
          <div className="hot-card__title">
            <HotBadge size={20} />
            <button className="hot-card__open" type="button" onClick={onOpen}>
              {po}
            </button>
            <Text oneLine size={16} tone="quiet">
              {shipTo}
            </Text>
          </div>
          {status}
          {people && <div className="hot-card__people">{people}</div>}
        </div>
        <span className="hot-card__goods" id={goodsId}>
          <Text weight="medium">{goods}</Text>
        </span>
      </div>
      {units}
      <div className="hot-card__clocks">{clocks}</div>
      <div className="hot-card__foot">
        <div className="hot-card__words">
          <p className="hot-card__why">{why}</p>
          {marks && <div className="hot-card__marks">{marks}</div>}
        </div>
        {action && (
          <div className="hot-card__action">
            <Button icon={action.icon} variant="primary" wide disabled={action.disabled} onPress={action.onPress}>
              {action.label}
            </Button>
          </div>
        )}
      </div>
    </article>
  );
}

/** The hot orders in a row; scrolls sideways when there are many. */
export function HotStrip({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section aria-label={label} className="hot-strip" tabIndex={0}>
      {children}
    </section>
  );
}
