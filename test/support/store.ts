import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Actor, Context } from '../../shared/domain/decision.ts';
import { staffId } from '../../shared/lib/ids.ts';
import { instant } from '../../shared/lib/time.ts';
import { Store } from '../../electron/store/store.ts';

const supervisor: Actor = { staffId: staffId('sup'), name: 'Sam', role: 'supervisor' };

/** 2026-11-24T14:00Z, a Tuesday. */
export const NOW = instant(Date.UTC(2026, 10, 24, 14));

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hotdock-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function openTestStore(file: string): Store {
  const store = new Store({ file, newIdentity: () => ({ site: 'site', station: 'dock1', incarnation: 1, demo: false }), beforeMigration: () => undefined });
  onTestFinished(() => store.close());
  return store;
}

export const contextAt = (milliseconds: number = NOW, actor: Actor = supervisor): Context => ({ now: instant(milliseconds), actor, station: 'dock1', newId: () => randomUUID() });
