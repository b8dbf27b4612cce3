import { useState } from 'react';
import { useLocation } from 'wouter';
import { ComboField } from '../ui/fields/combo-field.tsx';
import { useText } from '../ui/i18n.tsx';
import { Dialog } from '../ui/overlays/dialog.tsx';
import { screens } from './routes.ts';
import { useAnswer, useStationState } from './station.tsx';

/** Ctrl+K: any order, product, person or screen by typing a piece of it. */
export function Find({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText();
  const [, go] = useLocation();
  const [text, setText] = useState('');
  const role = useStationState(({ session }) => session?.person?.role);
  const orders = useAnswer(['orders'], ['find', text], (client) => client.queue.page({ search: text, limit: 12 }));
  const products = useAnswer(['stock'], ['find', text], (client) => client.stock.products({ search: text, limit: 8 }));
  const wanted = text.trim().toLowerCase();
  const options = [
    ...screens
      .filter((screen) => role !== undefined && screen.roles.includes(role) && t(screen.label).toLowerCase().includes(wanted))
      .map(({ path, label }) => ({ id: path, label: t(label), description: t('app.find.screen') })),
    ...(orders.data?.rows ?? []).map((row) => ({ id: `/queue/${encodeURIComponent(row.po)}`, label: row.po, description: `${t('app.find.order')} · ${row.headline}` })),
    ...(products.data?.rows ?? []).map((row) => ({ id: `/stock/${encodeURIComponent(row.sku)}`, label: row.sku, description: `${t('app.find.product')} · ${row.title}` })),
  ];
  return (
    <Dialog open title={t('app.find')} wide onClose={onClose}>
      <ComboField
        label={t('app.find.label')}
        options={options}
        value={null}
        onChange={(to) => {
          onClose();
          go(to);
        }}
        onType={setText}
      />
    </Dialog>
  );
}
