import { v7 } from 'uuid';
import product from '../../package.json' with { type: 'json' };
import { instant, type Instant } from '../../shared/lib/time.ts';
import { openCentral, type Central } from '../central.ts';
import { Fault } from '../fault.ts';
import { newLogger } from '../log.ts';
import { openDatabase, visitDatabase } from '../open-database.ts';
import { ADMINISTRATOR } from '../start.ts';
import { Audit } from '../store/audit.ts';
import { backUp, restore } from '../store/backup.ts';
import { beginNewLives, type SiteRow } from '../store/sites.ts';
import type { Globals } from './globals.ts';

/* What an administrator does on central's machine, also while central runs. */

const now = (): Instant => instant(Date.now());
const newId = (): string => v7();
const WHO = 'command-line';

async function withCentral(globals: Globals, work: (central: Central) => Promise<void>): Promise<void> {
  const logger = newLogger(process.env['HOTDOCK_LOG'] ?? 'warn');
  const opened = await visitDatabase({ data: globals.data, databaseUrl: globals.databaseUrl, logger, say: (text) => globals.output.note(text) });
  try {
    const central = await openCentral({ database: opened.database, databaseKind: opened.kind, logger, version: product.version, now });
    await work(central);
    await central.close();
  } finally {
    await opened.close();
  }
}

/** The site meant: the one named, or the only one. */
async function siteOf(central: Central, named: string | undefined): Promise<SiteRow> {
  const sites = await central.sites.all();
  if (named !== undefined) {
    const found = sites.find(({ site, name }) => site === named || name === named);
    if (!found) throw new Fault('central.fault.unknownSite', { site: named });
    return found;
  }
  const [only, ...others] = sites;
  if (!only) throw new Fault('central.fault.noSite');
  if (others.length > 0) throw new Fault('central.fault.whichSite');
  return only;
}

export const enrolCode = (globals: Globals, { site, newSite }: { readonly site?: string; readonly newSite?: boolean }): Promise<void> =>
  withCentral(globals, async (central) => {
    const found = newSite === true ? undefined : await siteOf(central, site);
    const { code, expiresAt } = await central.codes.create({ site: found?.site ?? null, by: WHO }, now());
    await central.audit.note({ who: WHO, what: 'code.created', site: found?.site ?? null });
    globals.output.line('central.code', { code, site: found ? 'one' : 'none', siteName: found?.name ?? '' });
    globals.output.result({ code, expiresAt, site: found?.site ?? null });
  });

export const listSites = (globals: Globals): Promise<void> =>
  withCentral(globals, async (central) => {
    const sites = await central.sites.all();
    if (sites.length === 0) globals.output.line('central.noSites');
    for (const { site, name, seq } of sites) globals.output.line('central.site', { site, name, operations: seq });
    globals.output.result({ sites });
  });

export const gatewayKey = (globals: Globals, { site, name }: { readonly site?: string; readonly name: string }): Promise<void> =>
  withCentral(globals, async (central) => {
    const found = await siteOf(central, site);
    const { id, key } = await central.gateways.create(found.site, name, now());
    await central.audit.note({ who: WHO, what: 'gateway.created', site: found.site, detail: name });
    globals.output.line('central.gatewayKey', { name, key });
    globals.output.result({ id, key, site: found.site });
  });

export const adminPassword = (globals: Globals): Promise<void> =>
  withCentral(globals, async (central) => {
    const password = await central.administrators.reset(ADMINISTRATOR, now());
    await central.audit.note({ who: WHO, what: 'admin.password', detail: ADMINISTRATOR });
    globals.output.line('central.newPassword', { name: ADMINISTRATOR, password });
    globals.output.result({ name: ADMINISTRATOR, password });
  });

export const backupTo = (globals: Globals, file: string): Promise<void> =>
  withCentral(globals, async (central) => {
    const { rows } = await backUp(central.database, file, now());
    await central.audit.note({ who: WHO, what: 'backup.made', detail: file });
    globals.output.line('central.backedUp', { rows, file });
    globals.output.result({ file, rows });
  });

export const newEpoch = (globals: Globals): Promise<void> =>
  withCentral(globals, async (central) => {
    const sites = await central.database.transaction((transaction) => beginNewLives(transaction, newId, now()));
    await noteNewLives(central.audit, sites);
    globals.output.line('central.newEpoch', { count: sites.length });
    globals.output.result({ sites });
  });

export async function restoreFrom(globals: Globals, file: string): Promise<void> {
  const logger = newLogger(process.env['HOTDOCK_LOG'] ?? 'warn');
  const opened = await openDatabase({ data: globals.data, databaseUrl: globals.databaseUrl, logger, say: (text) => globals.output.note(text), withSchema: false });
  try {
    const sites = await restore(opened.database, file, newId, now());
    await noteNewLives(new Audit(opened.database, logger, now, newId), sites);
    globals.output.line('central.restored', { count: sites.length });
    globals.output.result({ sites });
  } finally {
    await opened.close();
  }
}

async function noteNewLives(audit: Audit, sites: readonly SiteRow[]): Promise<void> {
  for (const { site, seq, epoch } of sites) await audit.note({ who: WHO, what: 'site.restored', site, detail: `at ${seq}, epoch ${epoch}` });
}
