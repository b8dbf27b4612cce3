import type { Words } from '../../ui/i18n.tsx';
import type { Choice } from '../../ui/fields/choice-list.tsx';

export type FreightTerm = 'collect' | 'prepaid';

export const termChoices = ({ t }: Words): readonly Choice<FreightTerm>[] =>
  (['collect', 'prepaid'] as const).map((id) => ({ id, label: t(`shippingScreen.term.${id}`), description: t(`shippingScreen.term.${id}.text`) }));
