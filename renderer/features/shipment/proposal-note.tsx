import { useWatch, type Control, type UseFormSetValue } from 'react-hook-form';
import type { RoutingProposal } from '../../../shared/domain/shipment/propose.ts';
import type { MeasureSystem } from '../../../shared/lib/mass.ts';
import { volumeIn, weightIn } from '../../../shared/lib/measures.ts';
import { Button } from '../../ui/actions/button.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/text/text.tsx';
import { measureText } from '../../ui/measures.ts';
import type { RoutingValues } from './routing-values.ts';

const figures = ['cartons', 'palletsStackable', 'palletsNonStackable', 'weightGrams', 'volumeCubicCentimetres'] as const;

interface ProposalNoteProps {
  readonly control: Control<RoutingValues>;
  readonly setValue: UseFormSetValue<RoutingValues>;
  readonly proposal: RoutingProposal;
  readonly system: MeasureSystem;
}

/** Where the figures come from, what is only estimated, and the figures of now where they have moved on. */
export function ProposalNote({ control, setValue, proposal, system }: ProposalNoteProps) {
  const words = useText();
  const { t, format } = words;
  const typed = useWatch({ control, name: figures });
  const differs = figures.some((name, index) => proposal[name] !== typed[index]);
  return (
    <Stack gap={2}>
      {differs ? (
        <Stack gap={3} justify="between" row wrap>
          <Text size={14} tone="quiet">
            {t('shippingScreen.routing.differs', {
              cartons: proposal.cartons,
              pallets: proposal.palletsStackable + proposal.palletsNonStackable,
              weight: measureText(words, proposal.weightGrams, weightIn[system]),
              volume: measureText(words, proposal.volumeCubicCentimetres, volumeIn[system]),
            })}
          </Text>
          <Button onPress={() => figures.forEach((name) => setValue(name, proposal[name], { shouldDirty: true, shouldValidate: true }))}>{t('shippingScreen.routing.take')}</Button>
        </Stack>
      ) : null}
      <Text size={14} tone="quiet">
        {t(proposal.estimated ? 'shippingScreen.routing.estimated' : 'shippingScreen.routing.counted')}
      </Text>
      {proposal.unmeasured.length > 0 && (
        <Text size={14} tone="warn">
          {t('shippingScreen.routing.unmeasured', { skus: format.list(proposal.unmeasured) })}
        </Text>
      )}
    </Stack>
  );
}
