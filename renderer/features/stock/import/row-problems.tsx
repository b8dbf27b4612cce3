import type { CsvAnswer } from '../../../../shared/contracts/api.ts';
import { VirtualList } from '../../../ui/data/virtual-list.tsx';
import { useText } from '../../../ui/i18n.tsx';
import { Section } from '../../../ui/layout/section.tsx';
import { Text } from '../../../ui/text/text.tsx';

const ROW_HEIGHT = 45;
/** More than these are listed in a place of their own that scrolls. */
const SHOWN_WHOLE = 8;

type Problem = CsvAnswer['problems'][number];

/** The rows and cells that were not taken, each with what to do about it. */
export function RowProblems({ problems }: { readonly problems: readonly Problem[] }) {
  const { t } = useText();
  if (problems.length === 0) return null;
  const title = t('stockScreen.import.problems', { count: problems.length });
  const numbered = problems.map((problem, index) => ({ problem, id: String(index) }));
  return (
    <Section title={title}>
      <Text as="p" tone="quiet">{t('stockScreen.import.problems.text')}</Text>
      {problems.length <= SHOWN_WHOLE ? (
        <div>{numbered.map(({ problem, id }) => <ProblemRow key={id} problem={problem} />)}</div>
      ) : (
        <div className="stock-problems">
          <VirtualList estimate={ROW_HEIGHT} itemId={({ id }) => id} items={numbered} label={title}>
            {({ problem }) => <ProblemRow problem={problem} />}
          </VirtualList>
        </div>
      )}
    </Section>
  );
}

function ProblemRow({ problem: { row, message } }: { readonly problem: Problem }) {
  const { t, tell } = useText();
  return (
    <div className="stock-problem">
      <Text weight="bold">{t('stockScreen.import.problem.row', { row })}</Text>
      <span>{tell(message)}</span>
    </div>
  );
}
