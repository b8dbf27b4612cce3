import { Zap } from 'lucide-react';
import { classes } from '../defined.ts';
import { useText } from '../i18n.tsx';
import './status.css';

export interface HotBadgeProps {
  /** Type size: 14 in tables, 20 on cards, 28 on the task screen. */
  readonly size?: 14 | 20 | 28 | undefined;
}

/** The mark of a hot purchase order: orange, bolt, the word HPO. Nothing else may look like it. */
export function HotBadge({ size = 14 }: HotBadgeProps) {
  const { t } = useText();
  return (
    <span className={classes('hot-badge', size !== 14 && `hot-badge--${size}`)}>
      <Zap aria-hidden fill="currentColor" size={size === 14 ? 16 : size} />
      {t('common.hpo')}
    </span>
  );
}
