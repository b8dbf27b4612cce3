import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../i18n.tsx';
import { VisuallyHidden } from '../text/visually-hidden.tsx';
import './layout.css';

export interface FrameEntry {
  readonly id: string;
  readonly label: string;
  readonly icon: LucideIcon;
  /** A hash link such as `#/queue`. */
  readonly href: string;
  /** Things that wait there, and what they are in words ("3 open cases"). */
  readonly waiting?: { readonly count: number; readonly words: string } | undefined;
}

export interface AppFrameProps {
  /** The entries of this person's role, most used first. */
  readonly entries: readonly FrameEntry[];
  readonly current: string | null;
  /** A TopBar. */
  readonly top: ReactNode;
  /** Banners that run edge to edge under the top bar. */
  readonly notices?: ReactNode;
  readonly children: ReactNode;
  /** A ScanBar. */
  readonly scanBar?: ReactNode;
}

const MAIN_ID = 'main';

/** Rail, top bar, screen, scan bar. On tablets the rail is a bar at the bottom. */
export function AppFrame({ entries, current, top, notices, children, scanBar }: AppFrameProps) {
  const { t } = useText();
  return (
    <div className="frame">
      <button
        className="frame__skip"
        type="button"
        onClick={() => document.getElementById(MAIN_ID)?.focus()}
      >
        {t('common.skip')}
      </button>
      <nav aria-label={t('common.navigation')} className="frame__rail">
        <span className="frame__brand" translate="no">
          Hotdock
        </span>
        <div className="frame__nav">
          {entries.map(({ id, label, icon: Icon, href, waiting }) => (
            <a className="frame__link" href={href} key={id} {...(id === current ? { 'aria-current': 'page' as const } : {})}>
              <Icon aria-hidden size={24} />
              <span className="frame__link-words">{label}</span>
              {waiting && (
                <>
                  <span aria-hidden className="frame__count">
                    {waiting.count}
                  </span>
                  <VisuallyHidden>{waiting.words}</VisuallyHidden>
                </>
              )}
            </a>
          ))}
        </div>
      </nav>
      <header className="frame__top">
        {top}
        {notices}
      </header>
      <main className="frame__main" id={MAIN_ID} tabIndex={-1}>
        {children}
      </main>
      {scanBar && <footer className="frame__scan">{scanBar}</footer>}
    </div>
  );
}
