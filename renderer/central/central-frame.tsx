import type { ReactNode } from 'react';
import { useText } from '../ui/i18n.tsx';
import './central.css';

/** Brand, what is at the end of the head, and the page below. */
export function CentralFrame({ end, children }: { readonly end: ReactNode; readonly children: ReactNode }) {
  const { t } = useText();
  return (
    <div className="central">
      <header className="central__head">
        <a className="central__brand" href="#/" translate="no">
          {t('centralPage.title')}
        </a>
        <div className="central__end">{end}</div>
      </header>
      <main className="central__main">{children}</main>
    </div>
  );
}
