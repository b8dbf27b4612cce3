import type { Instant } from '../../shared/lib/time.ts';
import type { Identity } from './journal.ts';

export interface OpenStoreOptions {
  readonly file: string;
  readonly backups: string;
  readonly now: Instant;
  readonly newIdentity: () => Identity;
}
