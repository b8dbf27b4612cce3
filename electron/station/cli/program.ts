import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import product from '../../../package.json' with { type: 'json' };
import { dataDirectory } from '../../../shared/lib/data-directory.ts';
import { parseCalendarDate, parseInstant, parseZone, type CalendarDate, type Instant, type Zone } from '../../../shared/lib/time.ts';
import type { MessageKey } from '../../../shared/messages/catalogue.ts';
import type { Locale } from '../../../shared/messages/define.ts';
import { say } from '../../../shared/messages/say.ts';
import type { AcknowledgeOptions } from './commands/acknowledge.ts';
import type { DocumentsOptions } from './commands/documents.ts';
import { PRINT_KINDS, type PrintKind } from './commands/print-kinds.ts';
import type { PrintOptions } from './commands/print.ts';
import type { DossierOptions } from './commands/dossier.ts';
import type { QueueOptions } from './commands/queue.ts';
import type { ScanOptions } from './commands/scan.ts';
import type { ServeOptions } from './commands/serve.ts';
import type { ShipOptions } from './commands/ship.ts';
import type { CasesOptions, ResolveOptions } from './commands/cases.ts';
import type { PairOptions } from './commands/pair.ts';
import type { StaffOptions } from './commands/staff.ts';
import type { StockSetOptions } from './commands/stock.ts';
import type { SyncOptions } from './commands/sync.ts';
import { CASE_DECISIONS } from './commands/case-decisions.ts';
import { DOCUMENT_KINDS } from './commands/document-kinds.ts';
import type { Globals } from './globals.ts';
import type { ProductOptions } from './product-input.ts';

/*
 * The command line's grammar. What a command needs is loaded when it runs, so that every start is quick. Commander
 * ends usage errors by throwing; main.ts says them.
 */

export function buildProgram(locale: Locale): Command {
  const words = (key: MessageKey): string => say(locale, key);
  const program = new Command('hotdock');
  const quiet = (command: Command): Command =>
    command
      .exitOverride()
      .configureOutput({ writeErr: () => undefined })
      .helpOption('-h, --help', words('cli.option.help'))
      .configureHelp({ styleTitle: (title) => titled(title, words) });

  const command = (parent: Command, usage: string, about: MessageKey): Command => quiet(parent.command(usage).description(words(about)));
  const globals = (): Globals => {
    const { data, json, as, now } = program.opts<{ data?: string; json?: boolean; as?: string; now?: Instant }>();
    return { data: resolve(dataDirectory({ platform: process.platform, home: homedir(), env: process.env }, data)), json: json === true, as, now };
  };

  const checked = <Value>(read: (text: string) => Value | undefined, problem: MessageKey) => (text: string): Value => {
    const value = read(text);
    if (value === undefined) throw new InvalidArgumentError(words(problem));
    return value;
  };
  const whole = checked(wholeNumber, 'cli.usage.number');
  const moment = checked<Instant>(parseInstant, 'cli.usage.instant');
  const day = checked<CalendarDate>(parseCalendarDate, 'cli.usage.day');
  const zone = checked<Zone>(parseZone, 'cli.usage.zone');

  quiet(program)
    .description(words('cli.about'))
    .version(product.version, '-V, --version', words('cli.option.version'))
    .helpCommand('help [COMMAND]', words('cli.option.help'))
    .option('--data <DIR>', words('cli.option.data'))
    .option('--json', words('cli.option.json'))
    .option('--as <STAFF>', words('cli.option.as'))
    .option('--now <ISO>', words('cli.option.now'), moment);

  command(program, 'serve', 'cli.about.serve')
    .option('--port <N>', words('cli.option.port'), checked(portNumber, 'cli.usage.port'))
    .option('--open', words('cli.option.open'))
    .action(async (options: ServeOptions) => (await import('./commands/serve.ts')).serveCommand(globals(), options));

  command(program, 'demo', 'cli.about.demo')
    .option('--leave', words('cli.option.leave'))
    .option('--zone <ZONE>', words('cli.option.zone'), zone)
    .action(async (options: { leave?: boolean; zone?: Zone }) => (await import('./commands/demo.ts')).demoCommand(globals(), options));

  command(program, 'import <FILE...>', 'cli.about.import').action(async (files: string[]) => (await import('./commands/import.ts')).importCommand(globals(), files));

  command(program, 'queue', 'cli.about.queue')
    .option('--search <TEXT>', words('cli.option.search'))
    .addOption(new Option('--only <WHAT>', words('cli.option.only')).choices(['hot', 'standard', 'at-risk', 'overdue', 'mine', 'ended']))
    .option('--limit <N>', words('cli.option.limit'), whole)
    .option('--all', words('cli.option.all'))
    .action(async (options: QueueOptions) => (await import('./commands/queue.ts')).queueCommand(globals(), options));

  command(program, 'order <PO>', 'cli.about.order').action(async (po: string) => (await import('./commands/queue.ts')).orderCommand(globals(), po));

  const stock = command(program, 'stock', 'cli.about.stock')
    .option('--search <TEXT>', words('cli.option.search'))
    .action(async (options: { search?: string }) => (await import('./commands/stock.ts')).stockCommand(globals(), options));
  productFields(command(stock, 'set <SKU>', 'cli.about.stockSet'), words, whole)
    .requiredOption('--boxed <N>', words('cli.option.boxed'), whole)
    .option('--safety <N>', words('cli.option.safety'), whole)
    .option('--location <BIN>', words('cli.option.location'))
    .option('--reason <TEXT>', words('cli.option.reason'))
    .action(async (sku: string, options: StockSetOptions) => (await import('./commands/stock.ts')).stockSetCommand(globals(), sku, options));
  command(stock, 'import <FILE>', 'cli.about.stockImport').action(async (file: string) => (await import('./commands/stock.ts')).stockImportCommand(globals(), file));

  const products = command(program, 'products', 'cli.about.products')
    .option('--search <TEXT>', words('cli.option.search'))
    .action(async (options: { search?: string }) => (await import('./commands/stock.ts')).stockCommand(globals(), options));
  command(products, 'import <FILE>', 'cli.about.productsImport').action(async (file: string) => (await import('./commands/products.ts')).productsImportCommand(globals(), file));
  productFields(command(products, 'put <SKU>', 'cli.about.productsPut'), words, whole)
    .option('--location <BIN>', words('cli.option.location'))
    .action(async (sku: string, options: ProductOptions) => (await import('./commands/products.ts')).productsPutCommand(globals(), sku, options));

  command(program, 'acknowledge <PO>', 'cli.about.acknowledge')
    .option('--plan', words('cli.option.plan'))
    .option('--accept <LINE=UNITS...>', words('cli.option.accept'))
    .option('--advice', words('cli.option.advice'))
    .option('--reject-reason <REASON...>', words('cli.option.rejectReason'))
    .option('--override <REASON>', words('cli.option.override'))
    .action(async (po: string, options: AcknowledgeOptions) => (await import('./commands/acknowledge.ts')).acknowledgeCommand(globals(), po, options));

  command(program, 'pick <PO...>', 'cli.about.pick').action(async (pos: string[]) => (await import('./commands/pick.ts')).pickCommand(globals(), pos));

  command(program, 'scan', 'cli.about.scan')
    .option('--order <PO>', words('cli.option.order'))
    .addOption(new Option('--task <TASK>', words('cli.option.task')).choices(['pick', 'pack', 'load', 'count', 'receive', 'lookup']))
    .action(async (options: ScanOptions) => (await import('./commands/scan.ts')).scanCommand(globals(), options));

  command(program, 'ship <PO>', 'cli.about.ship')
    .addOption(new Option('--freight-term <TERM>', words('cli.option.freightTerm')).choices(['collect', 'prepaid']))
    .option('--carrier <SCAC>', words('cli.option.carrier'))
    .option('--pro <N>', words('cli.option.pro'))
    .option('--bol <N>', words('cli.option.bol'))
    .option('--arn <N>', words('cli.option.arn'))
    .option('--ready <ISO>', words('cli.option.ready'), moment)
    .option('--agreed <TEXT>', words('cli.option.agreed'))
    .option('--partial', words('cli.option.partial'))
    .option('--finished', words('cli.option.finished'))
    .action(async (po: string, options: ShipOptions) => (await import('./commands/ship.ts')).shipCommand(globals(), po, options));

  command(program, 'documents <PO>', 'cli.about.documents')
    .requiredOption('--out <DIR>', words('cli.option.out'))
    .addOption(new Option('--kind <KIND...>', words('cli.option.kind')).choices(DOCUMENT_KINDS))
    .addOption(new Option('--paper <SIZE>', words('cli.option.paper')).choices(['A4', 'Letter']))
    .action(async (po: string, options: DocumentsOptions) => (await import('./commands/documents.ts')).documentsCommand(globals(), po, options));

  command(program, 'print', 'cli.about.print')
    .addArgument(new Argument('<KIND>', words('cli.option.printKind')).choices(PRINT_KINDS))
    .argument('[SUBJECT]', words('cli.option.printSubject'))
    .option('--printer <NAME>', words('cli.option.printer'))
    .option('--copies <N>', words('cli.option.copies'), whole)
    .option('--save <FILE>', words('cli.option.save'))
    .addOption(new Option('--size <SIZE>', words('cli.option.sheetSize')).choices(['A4', 'Letter']))
    .action(async (kind: PrintKind, subject: string | undefined, options: PrintOptions) => (await import('./commands/print.ts')).printCommand(globals(), kind, subject, options));

  command(program, 'dossier [PO]', 'cli.about.dossier')
    .option('--shipment <ID>', words('cli.option.shipment'))
    .option('--out <FILE>', words('cli.option.outFile'))
    .addOption(new Option('--paper <SIZE>', words('cli.option.paper')).choices(['A4', 'Letter']))
    .action(async (po: string | undefined, options: DossierOptions) => (await import('./commands/dossier.ts')).dossierCommand(globals(), po, options));

  command(program, 'metrics', 'cli.about.metrics')
    .option('--from <DAY>', words('cli.option.from'), day)
    .option('--to <DAY>', words('cli.option.to'), day)
    .action(async (options: { from?: CalendarDate; to?: CalendarDate }) => (await import('./commands/metrics.ts')).metricsCommand(globals(), options));

  command(program, 'journal', 'cli.about.journal')
    .option('--after <N>', words('cli.option.after'), whole)
    .option('--limit <N>', words('cli.option.limit'), whole)
    .action(async (options: { after?: number; limit?: number }) => (await import('./commands/journal.ts')).journalCommand(globals(), options));

  command(program, 'backup', 'cli.about.backup').action(async () => (await import('./commands/backup.ts')).backupCommand(globals()));

  command(program, 'doctor', 'cli.about.doctor')
    .option('--rebuild', words('cli.option.rebuild'))
    .action(async (options: { rebuild?: boolean }) => (await import('./commands/doctor.ts')).doctorCommand(globals(), options));

  const staff = command(program, 'staff', 'cli.about.staff').action(async () => (await import('./commands/staff.ts')).staffCommand(globals()));
  command(staff, 'add <NAME>', 'cli.about.staffAdd')
    .addOption(new Option('--role <ROLE>', words('cli.option.role')).choices(['picker', 'shipping', 'supervisor']).makeOptionMandatory())
    .requiredOption('--pin <DIGITS>', words('cli.option.pin'), checked((text) => (/^\d{4,8}$/.test(text) ? text : undefined), 'cli.usage.pin'))
    .option('--badge <CODE>', words('cli.option.badge'))
    .action(async (name: string, options: StaffOptions) => (await import('./commands/staff.ts')).staffAddCommand(globals(), name, options));

  command(program, 'pair <ADDRESS>', 'cli.about.pair')
    .requiredOption('--code <CODE>', words('cli.option.code'))
    .option('--certificate <FILE>', words('cli.option.certificate'))
    .option('--name <NAME>', words('cli.option.stationName'))
    .action(async (address: string, options: PairOptions) => (await import('./commands/pair.ts')).pairCommand(globals(), address, options));

  command(program, 'sync', 'cli.about.sync')
    .option('--once', words('cli.option.once'))
    .option('--status', words('cli.option.status'))
    .action(async (options: SyncOptions) => (await import('./commands/sync.ts')).syncCommand(globals(), options));

  const cases = command(program, 'cases', 'cli.about.cases').action(async () => (await import('./commands/cases.ts')).casesCommand(globals(), { state: 'open' }));
  command(cases, 'list', 'cli.about.casesList')
    .addOption(new Option('--state <STATE>', words('cli.option.state')).choices(['open', 'resolved']).default('open'))
    .action(async (options: CasesOptions) => (await import('./commands/cases.ts')).casesCommand(globals(), options));
  command(cases, 'resolve <CASE>', 'cli.about.casesResolve')
    .addOption(new Option('--decision <DECISION>', words('cli.option.decision')).choices(CASE_DECISIONS).makeOptionMandatory())
    .option('--note <TEXT>', words('cli.option.note'))
    .action(async (caseId: string, options: ResolveOptions) => (await import('./commands/cases.ts')).resolveCommand(globals(), caseId, options));

  command(program, 'settings [NAME=VALUE...]', 'cli.about.settings').action(async (pairs: string[]) => (await import('./commands/settings.ts')).settingsCommand(globals(), pairs));

  return program;

  function productFields(of: Command, text: typeof words, number: typeof whole): Command {
    return of
      .option('--title <TEXT>', text('cli.option.title'))
      .option('--asin <ASIN>', text('cli.option.asin'))
      .option('--gtin <GTIN>', text('cli.option.gtin'))
      .option('--case-gtin <GTIN>', text('cli.option.caseGtin'))
      .option('--case-size <N>', text('cli.option.caseSize'), number)
      .option('--cost <AMOUNT>', text('cli.option.cost'))
      .option('--currency <CODE>', text('cli.option.currency'))
      .option('--weight-grams <N>', text('cli.option.weight'), number)
      .option('--size-mm <LxWxH>', text('cli.option.size'))
      .option('--needs <LIST>', text('cli.option.needs'))
      .option('--shelf-life-days <N>', text('cli.option.shelfLife'), number);
  }
}

/** Commander's headings of a help text. */
const TITLES: Readonly<Record<string, MessageKey>> = { 'Usage:': 'cli.help.usage', 'Arguments:': 'cli.help.arguments', 'Options:': 'cli.help.options', 'Commands:': 'cli.help.commands' };

function titled(title: string, words: (key: MessageKey) => string): string {
  const key = TITLES[title];
  return key === undefined ? title : words(key);
}

const wholeNumber = (text: string): number | undefined => (/^\d{1,9}$/.test(text) ? Number(text) : undefined);

function portNumber(text: string): number | undefined {
  const port = wholeNumber(text);
  return port !== undefined && port <= 65_535 ? port : undefined;
}
