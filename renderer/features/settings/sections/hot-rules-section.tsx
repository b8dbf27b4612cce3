import { Plus, Trash2, Zap } from 'lucide-react';
import { useFieldArray, useWatch, type Control } from 'react-hook-form';
import { z } from 'zod';
import { hotRule, type HotRule, type Settings } from '../../../../shared/domain/settings/settings.ts';
import { FormChoice, FormSwitch, FormText } from '../../../app/form-fields.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { useText } from '../../../ui/i18n.tsx';
import { Stack } from '../../../ui/layout/stack.tsx';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { Text } from '../../../ui/text/text.tsx';
import { SettingsForm } from '../save-settings.tsx';
import { useSettingsForm } from '../use-settings-form.ts';

const kinds: readonly HotRule['kind'][] = ['window-shorter-than-hours', 'po-prefix', 'text', 'asin'];

/** ICU's `select` takes no hyphens. */
const wordOf = { 'window-shorter-than-hours': 'windowShorterThanHours', 'po-prefix': 'poPrefix', text: 'text', asin: 'asin' } as const satisfies Record<HotRule['kind'], string>;

const schema = z.object({
  hotRules: z
    .array(hotRule.extend({ value: z.string().trim().min(1).max(4000) }).refine(({ kind, value }) => kind !== 'window-shorter-than-hours' || /^\d{1,5}$/.test(value), { path: ['value'] }))
    .max(200),
});
type Values = z.input<typeof schema>;
type Output = z.output<typeof schema>;

export function HotRulesSection({ settings: { hotRules } }: { readonly settings: Settings }) {
  const { t } = useText();
  const { form, bind } = useSettingsForm(schema, { hotRules }, (patch) => patch);
  const { control } = form;
  // The rule's own `id` must survive, so the list's key goes by another name.
  const rules = useFieldArray({ control, name: 'hotRules', keyName: 'key' });
  const add = (): void => rules.append({ id: newRuleId(form.getValues('hotRules')), kind: 'window-shorter-than-hours', value: '72', enabled: true });
  return (
    <SettingsForm {...bind} label={t('settingsScreen.hot.save')}>
      <Text as="p">{t('settingsScreen.hot.text')}</Text>
      {rules.fields.length === 0 ? (
        <EmptyState icon={Zap} title={t('settingsScreen.hot.none')}>
          {t('settingsScreen.hot.none.hint')}
        </EmptyState>
      ) : (
        <div className="settings-rows">
          {rules.fields.map(({ key }, index) => (
            <RuleRow control={control} index={index} key={key} onRemove={() => rules.remove(index)} />
          ))}
        </div>
      )}
      <Stack row>
        <Button icon={Plus} onPress={add}>{t('settingsScreen.hot.add')}</Button>
      </Stack>
    </SettingsForm>
  );
}

/** The first free number: rules of one site are few, and the station names them in refusals. */
function newRuleId(rules: readonly HotRule[]): string {
  const taken = new Set(rules.map(({ id }) => id));
  let number = rules.length + 1;
  while (taken.has(`rule-${number}`)) number += 1;
  return `rule-${number}`;
}

function RuleRow({ control, index, onRemove }: { readonly control: Control<Values, unknown, Output>; readonly index: number; readonly onRemove: () => void }) {
  const { t } = useText();
  const chosen = useWatch({ control, name: `hotRules.${index}.kind` });
  const kind = wordOf[chosen];
  return (
    <div aria-label={t('settingsScreen.hot.rule', { number: index + 1 })} className="settings-row settings-row--rule" role="group">
      <FormChoice control={control} label={t('settingsScreen.hot.kind')} name={`hotRules.${index}.kind`} options={kinds.map((id) => ({ id, label: t('settingsScreen.hot.kindName', { kind: wordOf[id] }) }))} />
      <FormText control={control} error={t('settingsScreen.hot.value.error', { kind })} hint={t('settingsScreen.hot.value.hint', { kind })} label={t('settingsScreen.hot.value', { kind })} name={`hotRules.${index}.value`} />
      <div className="settings-row__end">
        <FormSwitch control={control} label={t('settingsScreen.hot.enabled')} name={`hotRules.${index}.enabled`} />
        <IconButton icon={Trash2} label={t('settingsScreen.hot.remove', { number: index + 1 })} onPress={onRemove} />
      </div>
    </div>
  );
}
