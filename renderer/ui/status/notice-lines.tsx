import { ChevronDown, ChevronUp, Zap } from 'lucide-react';
import { Fragment, useState, type ReactNode } from 'react';
import { Button } from '../actions/button.tsx';
import { classes } from '../defined.ts';
import { useText } from '../i18n.tsx';
import './status.css';

/** A Banner of the look `strip`. */
export interface NoticeLine {
  readonly key: string;
  /** Whether it tells of a hot order: that is seen even when something graver stands in the line. */
  readonly hot: boolean;
  readonly line: ReactNode;
}

/** What stands above every screen, gravest first. The gravest takes the one line there is; a press opens the rest. */
export function NoticeLines({ lines }: { readonly lines: readonly NoticeLine[] }) {
  const { t } = useText();
  const [opened, setOpened] = useState(false);
  const [first, ...rest] = lines;
  if (!first) return null;
  const open = opened && rest.length > 0;
  const hot = rest.some((line) => line.hot);
  return (
    <div className={classes('notices', rest.length > 0 && 'notices--more')}>
      <Fragment key={first.key}>{first.line}</Fragment>
      {rest.length > 0 && (
        <div className="notices__more">
          <Button icon={open ? ChevronUp : hot ? Zap : ChevronDown} size="desk" variant="quiet" onPress={() => setOpened(!open)}>
            {open ? t('common.notices.less') : t('common.notices.more', { count: rest.length, hot: hot ? 'yes' : 'no' })}
          </Button>
        </div>
      )}
      {open && rest.map(({ key, line }) => <Fragment key={key}>{line}</Fragment>)}
    </div>
  );
}
