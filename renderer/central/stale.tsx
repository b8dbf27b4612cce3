import { instant } from '../../shared/lib/time.ts';
import { useText } from '../ui/i18n.tsx';
import { Banner } from '../ui/status/banner.tsx';

/** What stands below is old: central did not answer when it was asked again. */
export function Stale({ failed, at }: { readonly failed: boolean; readonly at: number }) {
  const { t, format } = useText();
  if (!failed) return null;
  return (
    <Banner title={t('centralPage.unreachable')} tone="offline">
      {t('centralPage.unreachable.text', { at: format.timeWithSeconds(instant(at)) })}
    </Banner>
  );
}
