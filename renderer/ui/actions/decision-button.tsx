import { ChevronRight } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { classes, defined } from '../defined.ts';
import './button.css';

export interface DecisionButtonProps {
  /** What is decided: "Keep the first, put the second back". */
  readonly label: string;
  /** What it would bring about. */
  readonly consequence: string;
  /** The word that marks the one that is advised; it looks like the main action. */
  readonly advice?: string | undefined;
  readonly onPress: () => void;
  readonly busy?: boolean | undefined;
}

/** One of a few decisions, each with its consequence on the button itself. */
export function DecisionButton({ label, consequence, advice, onPress, busy = false }: DecisionButtonProps) {
  return (
    <AriaButton
      className={classes('decision', advice !== undefined && 'decision--advised')}
      {...defined({ onPress: busy ? undefined : onPress })}
      {...(busy ? { 'aria-disabled': true } : {})}
    >
      <span className="decision__words">
        <span className="decision__label">
          {label}
          {advice !== undefined && <span className="decision__advice">{advice}</span>}
        </span>
        <span className="decision__consequence">{consequence}</span>
      </span>
      <ChevronRight aria-hidden size={24} />
    </AriaButton>
  );
}
