import { History, Hourglass, ScanBarcode, Undo2 } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Button } from '../actions/button.tsx';
import { PopoverButton } from '../actions/popover-button.tsx';
import { classes } from '../defined.ts';
import { useText } from '../i18n.tsx';
import { CodeText } from '../text/code-text.tsx';
import { Heading } from '../text/text.tsx';
import { FLOOD_FOR, mayFlood, outcomeIcon, type ScanAnswer } from './scan-answer.ts';
import './floor.css';

export interface ScanBarProps {
  /** What the scanner is listened to for now: "Location A-01-02", "Any order, pallet or product". */
  readonly listening: string;
  /** Newest first; the first is the last answer. The last ten are shown on tap. */
  readonly recent: readonly ScanAnswer[];
  /** Scans received and not answered yet. */
  readonly waiting?: number | undefined;
  /** They wait because nobody answers: said in place of the last answer, which is not theirs. */
  readonly stalled?: boolean | undefined;
  /** Takes back the last scan; left out while there is nothing to take back. */
  readonly onUndo?: (() => void) | undefined;
  /** What else belongs beside scanning: typing a code, sounds. */
  readonly more?: ReactNode;
}

const SHOWN = 10;
/** Answers of more characters are set smaller, so that the bar keeps its height. */
const LONG = 40;
const LONG_PROMPT = 28;

/** The bottom of every screen: what is listened for, the last answer, the last ten. An answer floods the lower half. */
export function ScanBar({ listening, recent, waiting = 0, stalled = false, onUndo, more }: ScanBarProps) {
  const { t } = useText();
  const last = recent[0];
  const flooded = useFlood(last?.id);
  const Icon = last && outcomeIcon[last.outcome];
  const waits = stalled && waiting > 0;
  return (
    <div aria-label={t('common.scan.bar')} className="scan-bar" data-react-aria-top-layer="true" role="group">
      <div className="scan-bar__listening">
        <ScanBarcode aria-hidden size={32} />
        <span className="scan-bar__prompt">
          <span className="scan-bar__small">{waiting > 0 ? t('common.scan.waiting', { count: waiting }) : t('common.scan.listening')}</span>
          <span className={classes('scan-bar__big', listening.length > LONG_PROMPT && 'scan-bar__big--long')}>{listening}</span>
        </span>
      </div>
      <div aria-atomic="true" aria-live="assertive" className={classes('scan-bar__answer', `scan-bar__answer--${waits ? 'waits' : (last?.outcome ?? 'none')}`)} role="status">
        {waits ? (
          <>
            <Hourglass aria-hidden size={36} strokeWidth={2.25} />
            <span className="scan-bar__prompt">
              <span className="scan-bar__big scan-bar__big--long">{t('common.scan.stalled', { count: waiting })}</span>
            </span>
          </>
        ) : last && Icon ? (
          <>
            <Icon aria-hidden size={36} strokeWidth={2.25} />
            <span className="scan-bar__prompt">
              <span className={classes('scan-bar__big', last.words.length > LONG && 'scan-bar__big--long')}>{last.words}</span>
              {last.detail && <span className="scan-bar__small">{last.detail}</span>}
            </span>
          </>
        ) : (
          t('common.scan.none')
        )}
      </div>
      <div className="scan-bar__actions">
        {onUndo && (
          <Button icon={Undo2} onPress={onUndo}>
            {t('common.scan.undo')}
          </Button>
        )}
        <PopoverButton icon={History} label={t('common.scan.recent')} placement="top end">
          {() => <RecentScans answers={recent.slice(0, SHOWN)} />}
        </PopoverButton>
        {more}
      </div>
      {flooded && last && Icon && (
        <div aria-hidden className={`scan-flood scan-flood--${last.outcome}`}>
          <Icon size={160} strokeWidth={2} />
          <span>{last.words}</span>
        </div>
      )}
    </div>
  );
}

/** True for 250 ms after each new answer; never for the answer that was there when the screen opened. */
function useFlood(answerId: string | undefined): boolean {
  const [flooded, setFlooded] = useState(false);
  const seen = useRef(answerId);
  const starts = useRef<readonly number[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (answerId === seen.current) return;
    seen.current = answerId;
    if (answerId === undefined) return;
    const now = performance.now();
    if (timer.current === undefined) {
      if (!mayFlood(starts.current, now)) return;
      starts.current = [...starts.current, now].slice(-3);
      setFlooded(true);
    }
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      timer.current = undefined;
      setFlooded(false);
    }, FLOOD_FOR);
  }, [answerId]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return flooded;
}

function RecentScans({ answers }: { answers: readonly ScanAnswer[] }) {
  const { t, format } = useText();
  return (
    <div className="scan-list">
      <Heading level={2}>{t('common.scan.recent')}</Heading>
      {answers.length === 0 && <p className="text--quiet">{t('common.scan.none')}</p>}
      <ol>
        {answers.map(({ id, outcome, words, code, device, at }) => {
          const Icon = outcomeIcon[outcome];
          return (
            <li className="scan-list__item" key={id}>
              <Icon aria-hidden className={`scan-list__icon--${outcome}`} size={24} />
              <span>{words}</span>
              <span className="scan-bar__small">{[format.timeWithSeconds(at), device ?? ''].filter(Boolean).join(' · ')}</span>
              {code !== undefined && (
                <span className="scan-list__code">
                  <CodeText value={code} wrap />
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
