import type { ReactNode } from 'react';
import { useId } from 'react';
import { Text } from '../../ui/text/text.tsx';

interface PanelSectionProps {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of the order's panel: a heading and a hairline, no box. */
export function PanelSection({ title, actions, children }: PanelSectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="panel-section">
      <header className="panel-section__head">
        <Text as="h3" id={id} size={16} weight="bold">
          {title}
        </Text>
        {actions}
      </header>
      {children}
    </section>
  );
}
