import { useText } from '../ui/i18n.tsx';
import { Text } from '../ui/text/text.tsx';

/** Says so where a list is cut. */
export function More({ shown, total }: { readonly shown: number; readonly total: number }) {
  const { t } = useText();
  if (total <= shown) return null;
  return <Text tone="quiet">{t('centralPage.more', { count: shown, total })}</Text>;
}
