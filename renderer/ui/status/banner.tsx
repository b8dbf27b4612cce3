import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../actions/icon-button.tsx';
import { classes } from '../defined.ts';
import { useText } from '../i18n.tsx';
import { toneIcon, type Tone } from './tones.ts';
import './status.css';

export interface BannerProps {
  readonly tone: Tone;
  readonly title: string;
  /** What it means and what to do next. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  readonly onDismiss?: (() => void) | undefined;
  /** `strip` runs edge to edge under the top bar; `card` stands in the page. */
  readonly look?: 'card' | 'strip' | undefined;
}

/** Something about the whole screen that stays until it is over or put away. Errors and hot orders are read out at once. */
export function Banner({ tone, title, children, action, onDismiss, look = 'card' }: BannerProps) {
  const { t } = useText();
  const Icon = toneIcon[tone];
  return (
    <div className={classes('banner', `tone--${tone}`, look === 'strip' && 'banner--strip')} role={tone === 'error' || tone === 'hot' ? 'alert' : 'status'}>
      <Icon aria-hidden size={24} {...(tone === 'hot' ? { fill: 'currentColor' } : {})} />
      <div className="banner__words">
        <span className="banner__title">{title}</span>
        {children && <span className="banner__text">{children}</span>}
      </div>
      {(action || onDismiss) && (
        <div className="banner__actions">
          {action}
          {onDismiss && <IconButton icon={X} label={t('common.dismiss')} onPress={onDismiss} />}
        </div>
      )}
    </div>
  );
}
