import { decideLabelPrinted, labelMarkOf } from '../../../shared/domain/handling-units/labels.ts';
import { decideListPrinted } from '../../../shared/domain/orders/decide-order.ts';
import { decidePaperPrinted } from '../../../shared/domain/papers/decide.ts';
import { markNow } from '../../../shared/domain/papers/printed.ts';
import { printedAs } from '../../../shared/domain/printing/printer.ts';
import { findQueues } from '../../printing/transports/find-queues.ts';
import { renderPaper } from '../paper-file.ts';
import { codeSheet, labelPaper, pickListPaper } from '../papers.ts';
import { paperNameOf } from '../paper-name.ts';
import { requireOrder } from '../queries/find-order.ts';
import { composePaper } from '../shipping-papers.ts';
import { act, api, personOf } from './base.ts';
import { requireSupervisor } from './require-supervisor.ts';

/** A question to a printer or print server ends after this long; a screen waits for it. */
const ANSWER_WITHIN = 10_000;

export const printing = {
  label: api.printing.label.handler(({ context, input: { sscc, printer, copies } }) => {
    const { station } = context;
    const unit = station.reader.get('unit', { sscc });
    return station.printing.print(
      { kind: 'label', subject: sscc, askedBy: personOf(context).name, revision: unit ? labelMarkOf(station.reader, unit) : null, printer, copies },
      (queue) => act(context, (reader, decision) => decideLabelPrinted(reader, { sscc }, decision), { alongside: ({ reprint }) => queue(labelPaper(station, sscc, reprint), reprint) }),
    );
  }),
  pickList: api.printing.pickList.handler(({ context, input }) => {
    const { station } = context;
    const { po, revision } = requireOrder(station, input.po);
    const by = personOf(context).name;
    return station.printing.print(
      { kind: 'pick-list', subject: po, askedBy: by, revision: String(revision), printer: input.printer, copies: input.copies },
      (queue) => act(context, (reader, decision) => decideListPrinted(reader, { po }, decision), { alongside: (printed) => queue(pickListPaper(station, po, { ...printed, by }), printed.reprint) }),
    );
  }),
  paper: api.printing.paper.handler(({ context, input: { printer, copies, ...input } }) => {
    const { station } = context;
    const name = paperNameOf(station, input);
    const by = personOf(context).name;
    return station.printing.print(
      { kind: printedAs(name.paper), subject: name.subject, askedBy: by, revision: markNow(station.reader, name) ?? null, printer, copies },
      (queue) => act(context, (reader, decision) => decidePaperPrinted(reader, name, decision), { alongside: ({ reprint }) => queue(composePaper(station, name, { by, reprint }), reprint) }),
    );
  }),
  sheet: api.printing.sheet.handler(({ context, input: { kind, first, printer, copies } }) => {
    const { station } = context;
    return station.printing.print({ kind: 'sheet', subject: kind === 'totes' && first > 1 ? `totes from ${first}` : kind, askedBy: personOf(context).name, revision: null, printer, copies }, (queue) => station.store.together(() => queue(codeSheet(station, kind, first), false)));
  }),
  jobs: api.printing.jobs.handler(({ context }) => context.station.printing.views()),
  decide: api.printing.decide.handler(async ({ context, input: { jobId, word } }) => {
    await context.station.printing.decide(jobId, word);
    return context.station.printing.views();
  }),
  move: api.printing.move.handler(({ context, input: { jobId, printerId } }) => {
    context.station.printing.move(jobId, printerId);
    return context.station.printing.views();
  }),
  preview: api.printing.preview.handler(({ context: { station }, input: { jobId } }) => {
    const { paper, size } = station.printing.paperOf(jobId);
    return renderPaper(station.press, paper, size);
  }),
  test: api.printing.test.handler(({ context, input: { printerId } }) => context.station.printing.test(printerId, personOf(context).name)),
  condition: api.printing.condition.handler(({ context, input }) => {
    requireSupervisor(context, input.printer.name);
    return context.station.printing.condition(input.printer, AbortSignal.timeout(ANSWER_WITHIN));
  }),
  find: api.printing.find.handler(async ({ context }) => {
    requireSupervisor(context, 'IPP');
    return [...(await findQueues(AbortSignal.timeout(ANSWER_WITHIN)))];
  }),
  desktop: api.printing.desktop.handler(async ({ context }) => {
    requireSupervisor(context, 'desktop');
    return (await context.station.desktop?.printers()) ?? null;
  }),
};
