import { useId, type ReactNode } from 'react';
import { classes } from '../defined.ts';
import { Text } from '../text/text.tsx';
import './layout.css';

export interface CardProps {
  readonly title?: string | undefined;
  readonly actions?: ReactNode;
  /** No padding, for lists and tables that draw their own lines. */
  readonly flush?: boolean | undefined;
  readonly children: ReactNode;
}

export function Card({ title, actions, flush = false, children }: CardProps) {
  const titleId = useId();
  return (
    <section className="card" {...(title ? { 'aria-labelledby': titleId } : {})}>
      {title && (
        <header className="card__head">
          <Text as="h2" id={titleId} size={16} weight="bold">
            {title}
          </Text>
          {actions}
        </header>
      )}
      <div className={classes('card__body', flush && 'card__body--flush')}>{children}</div>
    </section>
  );
}
