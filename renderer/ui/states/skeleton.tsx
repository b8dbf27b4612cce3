import { useText } from '../i18n.tsx';
import { VisuallyHidden } from '../text/visually-hidden.tsx';
import './states.css';

/** The place of what is being read. `lines` above one also says so to screen readers. */
export function Skeleton({ lines = 1 }: { lines?: number | undefined }) {
  const { t } = useText();
  return (
    <div className="skeleton" {...(lines > 1 ? { role: 'status' } : {})}>
      {Array.from({ length: lines }, (_, index) => (
        <span aria-hidden className="skeleton__line" key={index} />
      ))}
      {lines > 1 && <VisuallyHidden>{t('common.loading')}</VisuallyHidden>}
    </div>
  );
}
