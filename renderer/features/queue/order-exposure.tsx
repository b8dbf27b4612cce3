import type { OrderView } from '../../../shared/contracts/views.ts';
import { useText } from '../../ui/i18n.tsx';
import { Text } from '../../ui/text/text.tsx';
import { PanelSection } from './panel-section.tsx';

/** What the order costs in chargebacks if nothing more happens, and by which rules. */
export function OrderExposure({ order: { exposure } }: { readonly order: OrderView }) {
  const { t, tell, format } = useText();
  const { items, total, incurred, ifShippedLate, unpricedUnits, sentence } = exposure;
  if (items.length === 0 && sentence === null && unpricedUnits === 0) return null;
  const charged = items.filter(({ charges }) => charges.length > 0);
  return (
    <PanelSection title={t('queueScreen.exposure')}>
      {total && total.minor > 0 && (
        <Text as="p" size={28} weight="bold">
          {format.money(total)}
        </Text>
      )}
      {sentence && <Text as="p">{tell(sentence)}</Text>}
      {charged.length > 0 && (
        <ul className="panel-rows">
          {charged.flatMap(({ event, units, happened, charges }) =>
            charges.map(({ rule, amount }) => (
              <li className="panel-rows__row" key={`${event} ${rule.id}`}>
                <span className="panel-rows__words">
                  <span>{rule.title}</span>
                  <Text size={14} tone="quiet">
                    {t('queueScreen.exposure.item', { units, percent: rule.percent, happened: happened ? 'yes' : 'no' })}
                  </Text>
                </span>
                <b>{format.money(amount)}</b>
              </li>
            )),
          )}
        </ul>
      )}
      {incurred && incurred.minor > 0 && <Text as="p" tone="bad">{t('queueScreen.exposure.incurred', { amount: format.money(incurred) })}</Text>}
      {ifShippedLate && ifShippedLate.minor > 0 && <Text as="p" tone="quiet">{t('queueScreen.exposure.late', { amount: format.money(ifShippedLate) })}</Text>}
      {unpricedUnits > 0 && <Text as="p" tone="warn">{t('queueScreen.exposure.unpriced', { units: unpricedUnits })}</Text>}
    </PanelSection>
  );
}
