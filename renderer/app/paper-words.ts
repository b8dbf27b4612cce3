import type { PrintJobView } from '../../shared/contracts/views.ts';
import type { Words } from '../ui/i18n.tsx';
import { codeGroups } from '../ui/text/code-groups.ts';

/** A kind of paper in messages: ICU's `select` takes no hyphens. */
export const kindWord = { label: 'label', 'pick-list': 'pickList', 'cart-list': 'cartList', 'packing-list': 'packingList', manifest: 'manifest', 'bill-of-lading': 'billOfLading', 'day-sheet': 'daySheet', sheet: 'sheet', test: 'test' } as const satisfies Record<PrintJobView['kind'], string>;

/** What a printed paper is, as people name it. */
export const paperWords = (t: Words['t'], { kind, subject }: Pick<PrintJobView, 'kind' | 'subject'>): string =>
  t('printingScreen.paper', { kind: kindWord[kind], subject: kind === 'label' || kind === 'manifest' ? codeGroups('sscc', subject).join(' ') : subject });
