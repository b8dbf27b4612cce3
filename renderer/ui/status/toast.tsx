import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Button } from '../actions/button.tsx';
import { useText } from '../i18n.tsx';
import { Banner } from './banner.tsx';
import type { Tone } from './tones.ts';

export interface ToastContent {
  readonly tone: Tone;
  readonly title: string;
  readonly detail?: string | undefined;
  /** One thing to do about it; doing it puts the toast away. */
  readonly action?: { readonly label: string; readonly onPress: () => void } | undefined;
}

export interface Toasts {
  /** Shows it and returns its id. Errors and hot orders stay until put away, everything else six seconds. */
  readonly show: (toast: ToastContent) => number;
  readonly dismiss: (id: number) => void;
  /** Work goes on: what was refused before it is old. */
  readonly dismissErrors: () => void;
}

interface ShownToast extends ToastContent {
  readonly id: number;
}

const ToastContext = createContext<Toasts | undefined>(undefined);
const SHOWN_FOR = 6_000;
/** More would cover the work; the oldest gives way. */
const SHOWN_AT_ONCE = 4;

export function useToasts(): Toasts {
  const toasts = useContext(ToastContext);
  if (!toasts) throw new Error('useToasts needs a ToastProvider above it');
  return toasts;
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<readonly ShownToast[]>([]);
  const lastId = useRef(0);
  const dismiss = useCallback((id: number) => setShown((toasts) => toasts.filter((toast) => toast.id !== id)), []);
  const dismissErrors = useCallback(() => setShown((toasts) => toasts.filter(({ tone }) => tone !== 'error')), []);
  const show = useCallback((toast: ToastContent) => {
    lastId.current += 1;
    const id = lastId.current;
    setShown((toasts) => [...toasts, { ...toast, id }].slice(-SHOWN_AT_ONCE));
    return id;
  }, []);
  const toasts = useMemo(() => ({ show, dismiss, dismissErrors }), [show, dismiss, dismissErrors]);
  return (
    <ToastContext value={toasts}>
      {children}
      <ToastRegion toasts={shown} onDismiss={dismiss} />
    </ToastContext>
  );
}

function ToastRegion({ toasts, onDismiss }: { toasts: readonly ShownToast[]; onDismiss: (id: number) => void }) {
  const { t } = useText();
  if (toasts.length === 0) return null;
  return (
    // The attribute keeps the region reachable for screen readers while a dialog is open.
    <section aria-label={t('common.toasts')} className="toasts" data-react-aria-top-layer="true">
      {toasts.map((toast) => (
        <Toast key={toast.id} toast={toast} onDismiss={onDismiss} />
      ))}
    </section>
  );
}

function Toast({ toast: { id, tone, title, detail, action }, onDismiss }: { toast: ShownToast; onDismiss: (id: number) => void }) {
  useEffect(() => {
    if (tone === 'error' || tone === 'hot') return undefined;
    const timer = setTimeout(() => onDismiss(id), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [id, tone, onDismiss]);
  const act = action && (
    <Button
      size="desk"
      onPress={() => {
        action.onPress();
        onDismiss(id);
      }}
    >
      {action.label}
    </Button>
  );
  return (
    <Banner action={act} title={title} tone={tone} onDismiss={() => onDismiss(id)}>
      {detail}
    </Banner>
  );
}
