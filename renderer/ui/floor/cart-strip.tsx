import { Ban, Check, Zap } from 'lucide-react';
import { classes } from '../defined.ts';
import { useText } from '../i18n.tsx';
import { CodeText } from '../text/code-text.tsx';
import { VisuallyHidden } from '../text/visually-hidden.tsx';
import './cart.css';

export interface CartStripPlace {
  readonly place: string;
  readonly po: string;
  readonly hot: boolean;
  readonly done: number;
  readonly of: number;
  /** What is picked next goes here. */
  readonly isNext: boolean;
  /** Nothing more is picked for it: it was cancelled or closed. */
  readonly stopped: boolean;
  /** The tote in the place; null where it has none. */
  readonly tote: string | null;
}

/** The places of a cart and how far each order is: "A 3 of 12". The one that is next is marked by shape and words too. */
export function CartStrip({ places }: { readonly places: readonly CartStripPlace[] }) {
  const { t } = useText();
  return (
    <ol aria-label={t('cart.strip')} className="cart-strip">
      {places.map(({ place, po, hot, done, of, isNext, stopped, tote }) => (
        <li aria-current={isNext ? 'true' : undefined} className={classes('cart-strip__place', isNext && 'cart-strip__place--next', stopped && 'cart-strip__place--stopped')} key={place}>
          <span className={classes('cart-strip__letter', hot && 'cart-strip__letter--hot')} translate="no">
            {place}
          </span>
          <span className="cart-strip__words">
            <span className="cart-strip__count">
              {t(stopped ? 'cart.strip.stopped' : 'cart.strip.count', { done, of })}
              {stopped ? <Ban aria-hidden size={18} strokeWidth={2.5} /> : done >= of && <Check aria-hidden size={18} strokeWidth={3} />}
            </span>
            <span className="cart-strip__po">
              {hot && <Zap aria-hidden fill="currentColor" size={14} />}
              {hot && <span className="cart-strip__hot">{t('common.hpo')}</span>}
              <CodeText kind="po" value={po} />
              {tote !== null && (
                <span className="cart-strip__tote" translate="no">
                  <VisuallyHidden>{t('tote.label')}</VisuallyHidden> {tote}
                </span>
              )}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
