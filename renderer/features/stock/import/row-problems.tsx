import type { CsvAnswer } from '../../../../shared/contracts/api.ts';
import { VirtualList } from '../../../ui/data/virtual-list.tsx';
import { useText } from '../../../ui/i18n.tsx';
import { Section } from '../../../ui/layout/section.tsx';
import { Text } from '../../../ui/text/text.tsx';

const ROW_HEIGHT = 45;
const MOST_ROWS = 6;

/** The rows and cells that were not taken, each with what to do about it. */
export function RowProblems({ problems }: { readonly problems: CsvAnswer['problems'] }) {
  const { t, tell } = useText();
  if (problems.length === 0) return null;
  const numbered = problems.map((problem, index) => ({ ...problem, id: String(index) }));
  return (
    <Section title={t('stockScreen.import.problems', { count: problems.length })}>
      <Text as="p" tone="quiet">{t('stockScreen.import.problems.text')}</Text>
      <div className="stock-problems" style={{ height: Math.min(MOST_ROWS, problems.length) * ROW_HEIGHT }}>
        <VirtualList estimate={ROW_HEIGHT} itemId={({ id }) => id} items={numbered} label={t('stockScreen.import.problems', { count: problems.length })}>
          {({ row, message }) => (
            <div className="stock-problem">
              <Text weight="bold">{t('stockScreen.import.problem.row', { row })}</Text>
              <span>{tell(message)}</span>
            </div>
          )}
        </VirtualList>
      </div>
    </Section>
  );
}
