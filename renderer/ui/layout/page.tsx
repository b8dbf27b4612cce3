import type { ReactNode } from 'react';
import { classes } from '../defined.ts';
import { Text } from '../text/text.tsx';
import './layout.css';

export interface PageProps {
  readonly children: ReactNode;
  /** Its last part, a `Stack fill` around a DataTable, takes the height that is left and scrolls by itself. */
  readonly fill?: boolean | undefined;
  /** Nothing in it takes the focus for sure: it can be scrolled with the keyboard by itself. */
  readonly reads?: boolean | undefined;
  /** An ActionBar that stays in view below what scrolls. */
  readonly footer?: ReactNode;
}

/** One screen inside the frame: padding and rhythm. */
export function Page({ children, fill = false, reads = false, footer }: PageProps) {
  return (
    <div className="page">
      <div className={classes('page__body', fill && 'page__body--fill')} {...(reads ? { tabIndex: 0 } : {})}>{children}</div>
      {footer}
    </div>
  );
}

export interface PageHeaderProps {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly actions?: ReactNode;
}

export function PageHeader({ title, subtitle, actions }: PageHeaderProps) {
  return (
    <header className="page-header">
      <div className="page-header__words">
        <Text as="h1" size={28} weight="bold">
          {title}
        </Text>
        {subtitle && (
          <Text size={16} tone="quiet">
            {subtitle}
          </Text>
        )}
      </div>
      {actions && <div className="page-header__actions">{actions}</div>}
    </header>
  );
}

/** Filters and finds above a table; `end` stands at the far side. */
export function Toolbar({ label, children, end }: { label: string; children: ReactNode; end?: ReactNode }) {
  return (
    <div aria-label={label} className="toolbar" role="group">
      {children}
      {end && <div className="toolbar__end">{end}</div>}
    </div>
  );
}

/** The foot of a screen that is decided here: totals and clock on the left, the one main button on the right. */
export function ActionBar({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  return (
    <footer className="action-bar">
      <div>{summary}</div>
      <div className="action-bar__actions">{children}</div>
    </footer>
  );
}
