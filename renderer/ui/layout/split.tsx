import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../actions/button.tsx';
import { classes } from '../defined.ts';
import { useText } from '../i18n.tsx';
import './layout.css';

/** A list with a SidePanel beside it (or nothing). */
export function Split({ children, panel }: { children: ReactNode; panel?: ReactNode }) {
  return (
    <div className="split">
      <div className="split__main">{children}</div>
      {panel}
    </div>
  );
}

export interface ListDetailProps {
  /** A SelectList, with a Toolbar above it where it can be searched. */
  readonly list: ReactNode;
  readonly detail: ReactNode;
  readonly detailLabel: string;
  /** Whether an entry is open; on tablets it decides which of the two is shown. */
  readonly open: boolean;
  readonly onBack: () => void;
}

/** List left, detail right: documents, cases, settings. One at a time on tablets. */
export function ListDetail({ list, detail, detailLabel, open, onBack }: ListDetailProps) {
  const { t } = useText();
  return (
    <div className={classes('list-detail', open && 'list-detail--open')}>
      <div className="list-detail__list">{list}</div>
      <section aria-label={detailLabel} className="list-detail__detail" tabIndex={0}>
        <div className="list-detail__back">
          <Button icon={ArrowLeft} variant="quiet" onPress={onBack}>
            {t('common.back')}
          </Button>
        </div>
        {detail}
      </section>
    </div>
  );
}
