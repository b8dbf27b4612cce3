import { useId, type ReactNode } from 'react';
import { Text } from '../text/text.tsx';
import './layout.css';

export interface SectionProps {
  readonly title: string;
  readonly actions?: ReactNode;
  /** Below an `h1` alone it is 2. */
  readonly level?: 2 | 3 | undefined;
  readonly children: ReactNode;
}

/** A titled part of a panel or a form: a heading and a hairline, no box. */
export function Section({ title, actions, level = 3, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="section">
      <header className="section__head">
        <Text as={level === 2 ? 'h2' : 'h3'} id={id} size={16} weight="bold">
          {title}
        </Text>
        {actions}
      </header>
      {children}
    </section>
  );
}
