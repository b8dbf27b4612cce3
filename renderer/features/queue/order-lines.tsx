import { Undo2, Wrench } from 'lucide-react';
import type { LineView, OrderView } from '../../../shared/contracts/views.ts';
import { mayDo } from '../../../shared/domain/staffing/rights.ts';
import { useStationState } from '../../app/station.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { useText } from '../../ui/i18n.tsx';
import { StatusMark } from '../../ui/status/status-mark.tsx';
import { CodeText } from '../../ui/text/code-text.tsx';
import { Text } from '../../ui/text/text.tsx';
import { askAbout } from './order-dialog-store.ts';
import { PanelSection } from './panel-section.tsx';
import { isEnded } from './words.ts';

const SHOWN = 8;
const steps = ['requested', 'accepted', 'rejected', 'picked', 'packed', 'shipped'] as const;

/** The lines with what became of each unit. Lines that need something come first; the rest of a long order is one press away. */
export function OrderLines({ order }: { readonly order: OrderView }) {
  const { t } = useText();
  const urgent = (line: LineView): number => (line.missing.length > 0 ? 0 : line.short > 0 ? 1 : 2);
  const shown = order.lines.length <= SHOWN ? order.lines : [...order.lines].sort((left, right) => urgent(left) - urgent(right)).slice(0, SHOWN);
  return (
    <PanelSection
      actions={
        order.lines.length > SHOWN && (
          <Button size="desk" onPress={() => askAbout({ ask: 'lines', po: order.po })}>
            {t('queueScreen.lines.all', { count: order.lines.length })}
          </Button>
        )
      }
      title={t('queueScreen.lines', { count: order.lines.length })}
    >
      <table className="panel-lines">
        <thead>
          <tr>
            {steps.map((step) => (
              <th key={step} scope="col">
                {t('queueScreen.step', { step })}
              </th>
            ))}
          </tr>
        </thead>
        {shown.map((line) => (
          <LineRows ended={isEnded(order)} key={line.line} line={line} po={order.po} readOnly={order.needsUpdate} />
        ))}
      </table>
    </PanelSection>
  );
}

function LineRows({ line, po, ended, readOnly }: { readonly line: LineView; readonly po: string; readonly ended: boolean; readonly readOnly: boolean }) {
  const { t, format } = useText();
  const inCases = line.unit === 'cases' && line.unitSize !== null && line.unitSize > 1 ? line.unitSize : line.caseSize !== null && line.caseSize > 1 ? line.caseSize : null;
  return (
    <tbody>
      <tr>
        <th className="panel-lines__product" colSpan={steps.length} scope="rowgroup">
          <Text weight="medium">{`${line.line} · ${line.title}`}</Text>
          <LineCodes line={line} />
          {!readOnly && <LineNeeds ended={ended} line={line} po={po} />}
        </th>
      </tr>
      <tr>
        {steps.map((step) => (
          <td key={step}>
            <b>{format.number(line[step])}</b>
            {inCases !== null && line[step] > 0 && <span className="panel-lines__cases">{t('queueScreen.cases', { count: format.number(line[step] / inCases, line[step] % inCases === 0 ? 0 : 1) })}</span>}
          </td>
        ))}
      </tr>
    </tbody>
  );
}

function LineCodes({ line }: { readonly line: LineView }) {
  const { t } = useText();
  const size = line.unitSize ?? line.caseSize;
  return (
    <span className="line-codes">
      {line.sku && <CodeText kind="sku" value={line.sku} />}
      {line.asin && line.asin !== line.sku && <CodeText kind="asin" value={line.asin} />}
      {line.location && <span>{t('queueScreen.line.location', { location: line.location })}</span>}
      {size !== null && size > 1 && <span>{t('queueScreen.line.caseOf', { size })}</span>}
      {line.backordered > 0 && <span>{t('queueScreen.line.backordered', { count: line.backordered })}</span>}
      {line.rejectionReason && line.rejected > 0 && <span>{t(`acknowledgement.reason.${line.rejectionReason}`)}</span>}
      {line.requested !== line.originalRequested && <span>{t('queueScreen.line.original', { count: line.originalRequested })}</span>}
    </span>
  );
}

/** What somebody must still do about a line. */
function LineNeeds({ line, po, ended }: { readonly line: LineView; readonly po: string; readonly ended: boolean }) {
  const { t } = useText();
  const role = useStationState(({ session }) => session?.person?.role);
  if (role === undefined) return null;
  // Picked goods that nobody wants any more: the order ended, or was cut below what is picked.
  const unwanted = line.picked > line.packed && (ended || line.picked > line.accepted);
  return (
    <span className="line-needs">
      {line.missing.length > 0 && (
        <>
          <StatusMark status="atRisk">{line.missing.map((what) => t(`acknowledgement.missing.${what}`)).join(', ')}</StatusMark>
          {mayDo(role, 'products') && (
            <Button icon={Wrench} size="desk" onPress={() => askAbout({ ask: 'complete', po, line: line.line })}>
              {t('queueScreen.line.complete')}
            </Button>
          )}
        </>
      )}
      {line.short > 0 && (
        <>
          <StatusMark status="atRisk">{t('queueScreen.line.short', { count: line.short })}</StatusMark>
          {mayDo(role, 'acknowledge') && (
            <Button size="desk" onPress={() => askAbout({ ask: 'resolve-short', po, line: line.line })}>
              {t('queueScreen.line.resolveShort')}
            </Button>
          )}
        </>
      )}
      {unwanted && mayDo(role, 'pick') && (
        <Button icon={Undo2} size="desk" variant="quiet" onPress={() => askAbout({ ask: 'return', po, line: line.line })}>
          {t('queueScreen.line.return')}
        </Button>
      )}
    </span>
  );
}
