import { Package } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { classes } from '../defined.ts';
import { useText } from '../i18n.tsx';
import { HotBadge } from '../status/hot-badge.tsx';
import { unitText, type CountUnit } from '../text/amounts.tsx';
import type { CodeKind } from '../text/code-groups.ts';
import { CodeText } from '../text/code-text.tsx';
import { Heading } from '../text/text.tsx';
import { CartStrip, type CartStripPlace } from './cart-strip.tsx';
import './floor.css';

export interface TaskStageProps {
  /** One instruction: "Scan the location", "Scan 13 more cases of CG-1000". */
  readonly instruction: string;
  /** The code that is awaited, readable to compare with the label in hand. */
  readonly expected?: { readonly label: string; readonly kind: CodeKind; readonly value: string } | undefined;
  readonly hot?: boolean | undefined;
  /** Small line above the instruction: the PO, "line 2 of 5", a clock. */
  readonly context?: ReactNode;
  /** A Banner over the whole width: list out of date, order changed. */
  readonly notice?: ReactNode;
  /** The orders of a cart and how far they are. */
  readonly cart?: readonly CartStripPlace[] | undefined;
  /** Beside the cart's places: its list on paper. */
  readonly cartAction?: ReactNode;
  /** Where the goods in hand go: a letter as large as the screen allows. */
  readonly to?: { readonly label: string; readonly place: string; readonly hot: boolean } | undefined;
  readonly place?: { readonly label: string; readonly value: string } | undefined;
  /** `unit` as words for what is no goods ("pallets"); `also` says the same in another unit. */
  readonly quantity?: { readonly label: string; readonly done: number; readonly of: number; readonly unit: CountUnit | string; readonly also?: string | undefined } | undefined;
  /** Beside the quantity: a PalletStack. */
  readonly beside?: ReactNode;
  readonly product?: { readonly title: string; readonly facts?: ReactNode; readonly picture?: ReactNode } | undefined;
  /** In place of or below product and quantity: a PalletStack, a Keypad, reasons. */
  readonly children?: ReactNode;
  /** Exceptions, one tap each: short pick, damaged, undo. */
  readonly actions?: ReactNode;
  /** Lines that remain, on wide screens only. */
  readonly rest?: { readonly title: string; readonly content: ReactNode } | undefined;
}

/** Bins of more characters wrap in smaller type: whole, beside the count. */
const LONG_PLACE = 16;

/** The task screen: the instruction, the object, nothing else. The scan bar is the frame's. */
export function TaskStage({ instruction, expected, hot = false, context, notice, cart, cartAction, to, place, quantity, beside, product, children, actions, rest }: TaskStageProps) {
  const words = useText();
  const restId = useId();
  return (
    <div className={classes('task', hot && 'task--hot', !rest && 'task--alone')}>
      {notice && <div className="task__notice">{notice}</div>}
      <div className="task__stage">
        <div className="task__instruction">
          {(hot || context) && (
            <div className="task__context">
              {hot && <HotBadge size={28} />}
              {context}
            </div>
          )}
          <h1 aria-live="polite" className="task__words">
            {instruction}
          </h1>
          {expected && (
            <p className="task__expected">
              <span className="text--quiet">{expected.label}</span>
              <CodeText kind={expected.kind} value={expected.value} wrap />
            </p>
          )}
        </div>
        <div className="task__object">
          {cart && cart.length > 0 && (
            <div className="task__cart">
              <CartStrip places={cart} />
              {cartAction}
            </div>
          )}
          {(place || quantity || beside || to) && (
            <div className={classes('task__main', beside !== undefined && 'task__main--beside', to && 'task__main--to')}>
              {to && (
                <div className="cart-to">
                  <span className="task__fact-label">{to.label}</span>
                  <span className={classes('cart-to__letter', to.hot && 'cart-to__letter--hot')} translate="no">
                    {to.place}
                  </span>
                </div>
              )}
              {place && (
                <div className="task__fact">
                  <span className="task__fact-label">{place.label}</span>
                  <span className={classes('task__giant', 'task__giant--place', place.value.length > LONG_PLACE && 'task__giant--long')} translate="no">
                    {place.value}
                  </span>
                </div>
              )}
              {quantity && (
                <div className="task__fact">
                  <span className="task__fact-label">{quantity.label}</span>
                  <span className="task__giant">
                    {words.format.number(quantity.done)}{' '}
                    <span className="task__of">{words.t('common.task.of', { count: quantity.of })}</span>
                  </span>
                  <span className="task__units">
                    <span className="task__unit">{typeof quantity.unit === 'string' ? quantity.unit : unitText(words, quantity.of, quantity.unit)}</span>
                    {quantity.also && <span className="task__also">{quantity.also}</span>}
                  </span>
                </div>
              )}
              {beside}
            </div>
          )}
          {product && (
            <div className="task__product">
              <div className="task__picture">{product.picture ?? <Package aria-hidden size={56} strokeWidth={1.5} />}</div>
              <div className="task__product-words">
                <span className="task__product-title">{product.title}</span>
                {product.facts}
              </div>
            </div>
          )}
          {children}
          {actions && <div className="task__actions">{actions}</div>}
        </div>
      </div>
      {rest && (
        <aside aria-labelledby={restId} className="task__rest">
          <div className="task__rest-title">
            <Heading id={restId} level={2}>
              {rest.title}
            </Heading>
          </div>
          <div aria-labelledby={restId} className="task__rest-body" role="group" tabIndex={0}>
            {rest.content}
          </div>
        </aside>
      )}
    </div>
  );
}
