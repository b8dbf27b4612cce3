import { useId, type ReactNode } from 'react';
import { Text } from '../text/text.tsx';
import './layout.css';

export interface SectionProps {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of a panel or a form: a heading and a hairline, no box. */
export function Section({ title, actions, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="section">
      <header className="section__head">
        <Text as="h3" id={id} size={16} weight="bold">
          {title}
        </Text>
        {actions}
      </header>
      {children}
    </section>
  );
}
