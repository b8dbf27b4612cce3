import { Command, InvalidArgumentError } from 'commander';
import { resolve } from 'node:path';
import product from '../../package.json' with { type: 'json' };
import type { MessageKey } from '../../shared/messages/catalogue.ts';
import type { Locale } from '../../shared/messages/define.ts';
import { say } from '../../shared/messages/say.ts';
import { adminPassword, backupTo, enrolCode, gatewayKey, listSites, newEpoch, restoreFrom } from './commands.ts';
import type { Globals } from './globals.ts';
import { Output } from './output.ts';
import { serve, type ServeOptions } from './serve.ts';

const PORT = 7410;

/** The grammar of central's command line. */
export function buildProgram(locale: Locale): Command {
  const words = (key: MessageKey): string => say(locale, key);
  const program = new Command('central');
  const command = (usage: string, about: MessageKey, isDefault = false): Command => program.command(usage, { isDefault }).description(words(about));
  const globals = (): Globals => {
    const { data, json } = program.opts<{ data?: string; json?: boolean }>();
    return {
      data: resolve(data ?? process.env['HOTDOCK_CENTRAL_DATA'] ?? 'central-data'),
      databaseUrl: process.env['DATABASE_URL'],
      output: new Output(locale, json === true),
    };
  };
  const port = (text: string): number => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value > 65_535) throw new InvalidArgumentError(words('central.usage.port'));
    return value;
  };

  program.description(words('central.about')).version(product.version).option('--data <DIR>', words('central.option.data')).option('--json', words('central.option.json'));

  command('serve', 'central.about.serve', true)
    .option('--host <ADDRESS>', words('central.option.host'), '127.0.0.1')
    .option('--port <N>', words('central.option.port'), port, PORT)
    .option('--tls', words('central.option.tls'))
    .option('--cert <FILE>', words('central.option.cert'))
    .option('--key <FILE>', words('central.option.key'))
    .option('--name <NAME>', words('central.option.name'), (name: string, names: readonly string[]) => [...names, name], [])
    .action((options: ServeOptions) => serve(globals(), options));
  command('backup <FILE>', 'central.about.backup').action((file: string) => backupTo(globals(), resolve(file)));
  command('restore <FILE>', 'central.about.restore').action((file: string) => restoreFrom(globals(), resolve(file)));
  command('enrol-code', 'central.about.enrolCode')
    .option('--site <ID>', words('central.option.site'))
    .option('--new-site', words('central.option.newSite'))
    .action((options: { site?: string; newSite?: boolean }) => enrolCode(globals(), options));
  command('sites', 'central.about.sites').action(() => listSites(globals()));
  command('gateway-key', 'central.about.gatewayKey')
    .option('--site <ID>', words('central.option.site'))
    .requiredOption('--name <NAME>', words('central.option.gatewayName'))
    .action((options: { site?: string; name: string }) => gatewayKey(globals(), options));
  command('admin-password', 'central.about.adminPassword').action(() => adminPassword(globals()));
  command('new-epoch', 'central.about.newEpoch').action(() => newEpoch(globals()));
  return program;
}
