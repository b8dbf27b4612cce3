import { MapPin, Plus, Trash2 } from 'lucide-react';
import { useFieldArray } from 'react-hook-form';
import { z } from 'zod';
import type { Settings } from '../../../../shared/domain/settings/settings.ts';
import { FormChoice, FormText } from '../../../app/form-fields.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { useText } from '../../../ui/i18n.tsx';
import { Stack } from '../../../ui/layout/stack.tsx';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { Text } from '../../../ui/text/text.tsx';
import { SettingsForm } from '../save-settings.tsx';
import { useSettingsForm } from '../use-settings-form.ts';
import { zoneChoices } from '../zones.ts';

/** A list's entry needs a key, and no zone is called so. */
const AS_SITE = 'site';

const schema = z.object({
  rows: z
    .array(z.object({ code: z.string().trim().min(1).max(80), name: z.string().trim().max(80), zone: z.string() }))
    .superRefine((rows, context) => {
      rows.forEach(({ code }, index) => {
        if (rows.findIndex((other) => other.code === code) < index) context.addIssue({ code: 'custom', path: [index, 'code'] });
      });
    }),
});
type Rows = z.output<typeof schema>['rows'];

/** Names and zones are two settings by the same code; here they stand in one row. */
export function ShipToSection({ settings: { shipToCodes, shipToZones, zone } }: { readonly settings: Settings }) {
  const { t } = useText();
  const codes = [...new Set([...Object.keys(shipToCodes), ...Object.keys(shipToZones)])].sort();
  const values = { rows: codes.map((code) => ({ code, name: shipToCodes[code] ?? '', zone: shipToZones[code] ?? AS_SITE })) };
  const { form, bind } = useSettingsForm(schema, values, ({ rows }) => patchOf(rows));
  const { control } = form;
  const rows = useFieldArray({ control, name: 'rows' });
  const zones = [{ id: AS_SITE, label: t('settingsScreen.shipto.zone.site') }, ...zoneChoices(zone)];
  const { errors } = form.formState;
  return (
    <SettingsForm {...bind} label={t('settingsScreen.shipto.save')}>
      <Text as="p">{t('settingsScreen.shipto.text')}</Text>
      {rows.fields.length === 0 ? (
        <EmptyState icon={MapPin} title={t('settingsScreen.shipto.none')}>
          {t('settingsScreen.shipto.none.hint')}
        </EmptyState>
      ) : (
        <ul className="settings-rows">
          {rows.fields.map(({ id, code }, index) => (
            <li className="settings-row settings-row--code" key={id}>
              <FormText code control={control} error={t(errors.rows?.[index]?.code?.type === 'custom' ? 'settingsScreen.shipto.twice' : 'settingsScreen.shipto.needed')} label={t('settingsScreen.shipto.id')} name={`rows.${index}.code`} />
              <FormText control={control} error={t('settingsScreen.atMost', { max: 80 })} label={t('settingsScreen.shipto.code')} name={`rows.${index}.name`} optional />
              <FormChoice control={control} label={t('settingsScreen.shipto.zone')} look="combo" name={`rows.${index}.zone`} options={zones} />
              <div className="settings-row__end">
                <IconButton icon={Trash2} label={t('settingsScreen.shipto.remove', { id: code })} onPress={() => rows.remove(index)} />
              </div>
            </li>
          ))}
        </ul>
      )}
      <Stack row>
        <Button icon={Plus} onPress={() => rows.append({ code: '', name: '', zone: AS_SITE })}>{t('settingsScreen.shipto.add')}</Button>
      </Stack>
    </SettingsForm>
  );
}

const patchOf = (rows: Rows) => ({
  shipToCodes: Object.fromEntries(rows.filter(({ name }) => name !== '').map(({ code, name }) => [code, name])),
  shipToZones: Object.fromEntries(rows.filter(({ zone }) => zone !== AS_SITE).map(({ code, zone }) => [code, zone])),
});
