import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import type { QueueCounts } from '../../../shared/contracts/views.ts';
import { useText } from '../../ui/i18n.tsx';
import type { QueueOnly } from './queue-pages.ts';

const filters: readonly QueueOnly[] = ['all', 'hot', 'standard', 'at-risk', 'overdue', 'mine', 'ended'];

interface FilterBarProps {
  readonly only: QueueOnly;
  readonly counts: QueueCounts;
  readonly onOnly: (only: QueueOnly) => void;
}

/** Which orders are shown, each filter with its count where the station says one. */
export function FilterBar({ only, counts, onOnly }: FilterBarProps) {
  const { t, format } = useText();
  const countOf: Readonly<Partial<Record<QueueOnly, number>>> = { all: counts.hot + counts.standard, hot: counts.hot, standard: counts.standard, 'at-risk': counts.atRisk, overdue: counts.overdue };
  return (
    <ToggleButtonGroup
      disallowEmptySelection
      aria-label={t('queueScreen.filters')}
      className="queue-filters"
      selectedKeys={[only]}
      selectionMode="single"
      onSelectionChange={(keys) => {
        const chosen = filters.find((filter) => keys.has(filter));
        if (chosen) onOnly(chosen);
      }}
    >
      {filters.map((filter) => {
        const count = countOf[filter];
        return (
          <ToggleButton className="queue-filter" id={filter} key={filter}>
            {t(`queueScreen.filter.${filter}`)}
            {count !== undefined && <span className="queue-filter__count">{format.number(count)}</span>}
          </ToggleButton>
        );
      })}
    </ToggleButtonGroup>
  );
}
