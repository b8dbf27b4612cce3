import type { CsvAnswer } from '../../../../shared/contracts/api.ts';
import { ChoiceBar } from '../../../ui/fields/choice-bar.tsx';
import { FieldGrid } from '../../../ui/fields/field-grid.tsx';
import { SelectField } from '../../../ui/fields/select-field.tsx';
import { useText } from '../../../ui/i18n.tsx';
import { Section } from '../../../ui/layout/section.tsx';
import { Stack } from '../../../ui/layout/stack.tsx';
import { Text } from '../../../ui/text/text.tsx';
import { RowProblems } from './row-problems.tsx';
import type { CsvKind, CsvMapping } from './use-csv-import.ts';

const kinds: readonly CsvKind[] = ['products', 'stock'];
const NONE = 'none';

interface CsvTrialProps {
  readonly answer: CsvAnswer;
  readonly kind: CsvKind;
  readonly fileName: string;
  readonly busy: boolean;
  readonly onKind: (kind: CsvKind) => void;
  readonly onMapping: (mapping: CsvMapping) => void;
}

/** What the file would do: which column is which, how many rows change something, which are wrong. Nothing is written yet. */
export function CsvTrial({ answer, kind, fileName, busy, onKind, onMapping }: CsvTrialProps) {
  const { t } = useText();
  const columns = [
    { id: NONE, label: t('stockScreen.import.column.none') },
    ...answer.columns.map((name, index) => ({ id: String(index), label: t('stockScreen.import.column', { index: index + 1, name: name === '' ? '–' : name }) })),
  ];
  return (
    <Stack gap={6}>
      <Stack gap={2}>
        <Stack gap={4} justify="between" row wrap>
          <Text size={16} weight="bold">{fileName}</Text>
          <ChoiceBar label={t('stockScreen.import.what')} options={kinds.map((id) => ({ id, label: t('stockScreen.import.kind', { kind: id }) }))} value={kind} onChange={onKind} />
        </Stack>
        <div aria-busy={busy} role="status">
          <Text size={16}>{t('stockScreen.import.summary', { rows: answer.rows, written: answer.written })}</Text>
        </div>
      </Stack>
      <RowProblems problems={answer.problems} />
      <Section title={t('stockScreen.import.columns')}>
        <Text as="p" tone="quiet">{t('stockScreen.import.columns.hint')}</Text>
        <FieldGrid min={220}>
          {Object.entries(answer.mapping).map(([field, column]) => (
            <SelectField
              key={field}
              label={t('stockScreen.import.field', { field })}
              optional={field !== 'vendorSku'}
              options={columns}
              value={column === null ? NONE : String(column)}
              onChange={(id) => onMapping({ ...answer.mapping, [field]: id === NONE ? null : Number(id) })}
            />
          ))}
        </FieldGrid>
      </Section>
    </Stack>
  );
}
