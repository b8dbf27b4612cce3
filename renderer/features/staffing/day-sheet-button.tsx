import { ClipboardList } from 'lucide-react';
import { mayDo } from '../../../shared/domain/staffing/rights.ts';
import { usePrint } from '../../app/use-print.ts';
import { useCommand, useStationState } from '../../app/station.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { useText } from '../../ui/i18n.tsx';

/** Today's orders, clocks, trucks and people on paper, for the board. */
export function DaySheetButton() {
  const { t } = useText();
  const { run, busy } = useCommand();
  const print = usePrint();
  const role = useStationState(({ session }) => session?.person?.role);
  if (role === undefined || !mayDo(role, 'print')) return null;
  return (
    <Button busy={busy} icon={ClipboardList} onPress={() => void run(async (client) => print(await client.printing.paper({ paper: 'day-sheet', subject: 'today' })))}>
      {t('peopleScreen.daySheet')}
    </Button>
  );
}
