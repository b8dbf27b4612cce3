import { chosenPrinter, printedKinds, unfit, type Printer, type PrinterFor } from '../../../../shared/domain/printing/printer.ts';
import { kindWord } from '../../../app/paper-words.ts';
import { FieldGrid } from '../../../ui/fields/field-grid.tsx';
import { SelectField } from '../../../ui/fields/select-field.tsx';
import { useText } from '../../../ui/i18n.tsx';
import { Section } from '../../../ui/layout/section.tsx';
import { Text } from '../../../ui/text/text.tsx';

const SCREEN = 'screen';

interface PrinterUseProps {
  readonly printers: readonly Printer[];
  readonly printerFor: PrinterFor;
  readonly onChange: (printerFor: PrinterFor) => void;
}

/** Which printer prints what. Only those that can hold a paper are offered for it. */
export function PrinterUse({ printers, printerFor, onChange }: PrinterUseProps) {
  const { t } = useText();
  return (
    <Section title={t('printingScreen.use')}>
      <Text as="p" tone="quiet">{t('printingScreen.use.text')}</Text>
      <FieldGrid min={260}>
        {printedKinds.map((kind) => (
          <SelectField
            key={kind}
            label={t('printingScreen.use.kind', { kind: kindWord[kind] })}
            options={[{ id: SCREEN, label: t('printingScreen.use.screen') }, ...printers.filter((printer) => unfit(printer, kind) === null).map(({ id, name }) => ({ id, label: name }))]}
            value={chosenPrinter({ printers, printerFor }, kind)?.id ?? SCREEN}
            onChange={(id) => onChange({ ...printerFor, [kind]: id === SCREEN ? null : id })}
          />
        ))}
      </FieldGrid>
    </Section>
  );
}
