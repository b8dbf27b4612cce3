import type { ReactNode } from 'react';
import { Heading, Text } from '../../ui/text/text.tsx';
import './gallery.css';

/** One part with its states. `name` is the part's, and what the spec finds it by. */
export function Section({ name, from, children, wide = false }: { name: string; from: string; children: ReactNode; wide?: boolean }) {
  return (
    <section aria-label={name} className={wide ? 'gallery-section gallery-section--wide' : 'gallery-section'}>
      <header className="gallery-section__head">
        <Heading level={2}>{name}</Heading>
        <Text size={14} tone="quiet">
          {from}
        </Text>
      </header>
      {children}
    </section>
  );
}

/** One state with its name above. */
export function State({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="gallery-state">
      <Text size={14} tone="quiet">
        {name}
      </Text>
      <div>{children}</div>
    </div>
  );
}

export function States({ children }: { children: ReactNode }) {
  return <div className="gallery-states">{children}</div>;
}
