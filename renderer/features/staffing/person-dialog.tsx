import { zodResolver } from '@hookform/resolvers/zod';
import { BadgeCheck } from 'lucide-react';
import { useId, useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { StaffView } from '../../../shared/contracts/views.ts';
import { HOUSE, readHouseCode } from '../../../shared/lib/barcode/house-code.ts';
import { FormChoice, FormSwitch, FormText } from '../../app/form-fields.tsx';
import { useScanClaim, useSounds } from '../../app/scan-door.tsx';
import { useCommand } from '../../app/station.tsx';
import { useUnsavedForm } from '../../app/unsaved.ts';
import { FieldGrid } from '../../ui/fields/field-grid.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Dialog } from '../../ui/overlays/dialog.tsx';
import { FormActions } from '../../ui/overlays/form-actions.tsx';
import { Badge } from '../../ui/status/badge.tsx';
import { useToasts } from '../../ui/status/toast.tsx';
import { Text } from '../../ui/text/text.tsx';

const roles = ['picker', 'shipping', 'supervisor'] as const;

const PIN = /^\d{4,8}$/;

/** A new person needs a PIN; a known one keeps theirs when both fields are empty. */
const personForm = (isNew: boolean) =>
  z
    .object({ name: z.string().trim().min(1).max(80), role: z.enum(roles), badge: z.string().trim().max(80), pin: z.string(), again: z.string(), active: z.boolean() })
    .refine(({ pin }) => PIN.test(pin) || (pin === '' && !isNew), { path: ['pin'] })
    .refine(({ pin, again }) => pin === again, { path: ['again'] });
type PersonFields = z.infer<ReturnType<typeof personForm>>;

/** Adds somebody or changes a staff record. While it is open, a scanned badge fills the badge's field and signs nobody in. */
export function PersonDialog({ person, onClose }: { readonly person: StaffView | undefined; readonly onClose: () => void }) {
  const { t } = useText();
  const { run, busy } = useCommand();
  const { show } = useToasts();
  const sounds = useSounds();
  const form = useId();
  const [scanned, setScanned] = useState<'badge' | 'other'>();
  const { control, handleSubmit, setValue } = useForm<PersonFields>({
    resolver: zodResolver(personForm(person === undefined)),
    defaultValues: { name: person?.name ?? '', role: person?.role ?? 'picker', badge: person?.badge ?? '', pin: '', again: '', active: person?.active ?? true },
  });
  useUnsavedForm(control);
  useScanClaim((text) => {
    const badge = badgeOf(text);
    setScanned(badge === undefined ? 'other' : 'badge');
    sounds.play(badge === undefined ? 'wrong' : 'accepted');
    if (badge !== undefined) setValue('badge', badge, { shouldDirty: true, shouldValidate: true });
  });
  const submit = handleSubmit(async ({ name, role, badge, pin, active }) => {
    const saved = await run((client) => client.people.put({ staffId: person?.staffId ?? null, name, role, badge: badge || null, pin: pin || null, active }));
    if (!saved) return;
    show({ tone: 'success', title: t('peopleScreen.saved', { name }) });
    onClose();
  });
  return (
    <Dialog
      actions={<FormActions busy={busy} form={form} label={t('peopleScreen.save')} onCancel={onClose} />}
      open
      title={person ? t('peopleScreen.edit.title', { name: person.name }) : t('peopleScreen.add')}
      wide
      onClose={onClose}
    >
      <form id={form} noValidate onSubmit={(event) => void submit(event)}>
        <Stack gap={4}>
          <FieldGrid>
            <FormText autoFocus control={control} error={t('peopleScreen.name.error')} label={t('peopleScreen.field.name')} name="name" />
            <Stack gap={1}>
              <FormText code control={control} error={t('peopleScreen.badge.error')} hint={t('peopleScreen.badge.hint')} label={t('peopleScreen.field.badge')} name="badge" optional />
              <div role="status">
                {scanned === 'badge' && <Badge icon={BadgeCheck} tone="success">{t('peopleScreen.badge.scanned')}</Badge>}
                {scanned === 'other' && <Text size={14} tone="bad" weight="medium">{t('peopleScreen.badge.notBadge')}</Text>}
              </div>
            </Stack>
          </FieldGrid>
          <FormChoice
            control={control}
            label={t('peopleScreen.field.role')}
            look="cards"
            name="role"
            options={roles.map((id) => ({ id, label: t('peopleScreen.role', { role: id }), description: t('peopleScreen.role.text', { role: id }) }))}
          />
          <FieldGrid>
            <FormText
              control={control}
              error={t('peopleScreen.pin.error')}
              hint={t(person ? 'peopleScreen.pin.keep' : 'peopleScreen.pin.hint')}
              label={t(person ? 'peopleScreen.pin.new' : 'peopleScreen.pin')}
              maxLength={8}
              name="pin"
              optional={person !== undefined}
              type="password"
            />
            <FormText control={control} error={t('peopleScreen.pin.differs')} label={t('peopleScreen.pin.again')} maxLength={8} name="again" optional={person !== undefined} type="password" />
          </FieldGrid>
          {person && <FormSwitch control={control} hint={t('peopleScreen.active.hint')} label={t('peopleScreen.active')} name="active" />}
        </Stack>
      </form>
    </Dialog>
  );
}

/** Our own badges carry a mark; a badge of another maker is its plain number. Undefined for other codes of ours. */
function badgeOf(text: string): string | undefined {
  const plain = text.trim();
  if (!plain.toUpperCase().startsWith(HOUSE)) return plain === '' ? undefined : plain;
  const read = readHouseCode(plain);
  return read.kind === 'badge' ? read.badge : undefined;
}
