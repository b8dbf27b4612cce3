import { existsSync, renameSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeFolder } from '../documents/make-folder.ts';
import { StoreError } from '../store/errors.ts';

/** The files of one station. The demo warehouse has a store of its own, so that real data never meets it. */
export class DataFolder {
  readonly root: string;

  /** Throws StoreError `no-folder` where none is and none can be made. */
  constructor(root: string) {
    this.root = resolve(root);
    try {
      makeFolder(this.root);
    } catch (error) {
      throw new StoreError('no-folder', this.root, String(error), { cause: error });
    }
  }

  get lock(): string {
    return join(this.root, 'lock.db');
  }

  get realStore(): string {
    return join(this.root, 'hotdock.db');
  }

  get demoStore(): string {
    return join(this.root, 'demo.db');
  }

  get inDemo(): boolean {
    return existsSync(this.demoStore);
  }

  /** The store to open: the demo's while there is one. */
  get store(): string {
    return this.inDemo ? this.demoStore : this.realStore;
  }

  get backups(): string {
    return this.backupsOf(this.store);
  }

  backupsOf(store: string): string {
    return join(this.root, store === this.demoStore ? 'demo-backups' : 'backups');
  }

  get outbox(): string {
    return join(this.root, this.inDemo ? 'demo-outbox' : 'outbox');
  }

  get ballast(): string {
    return join(this.root, 'ballast');
  }

  /** How the command line finds a station that already works on this folder. */
  get address(): string {
    return join(this.root, 'station.json');
  }

  /**
   * Sets the demo's store aside; the name carries the time so that nothing is overwritten. Its folders go first: a new
   * demo must not find the backups and documents of one that was left.
   */
  setDemoAside(stamp: string): void {
    this.#setFoldersAside(stamp);
    this.#setAside(this.demoStore, `left-demo-${stamp}.db`);
  }

  /** The same for the site's store, where a first copy was given up. */
  setSiteAside(stamp: string): void {
    this.#setAside(this.realStore, `left-site-${stamp}.db`);
  }

  #setFoldersAside(stamp: string): void {
    for (const name of ['backups', 'outbox']) {
      const folder = join(this.root, `demo-${name}`);
      if (existsSync(folder)) renameSync(folder, join(this.root, `left-demo-${stamp}-${name}`));
    }
  }

  #setAside(store: string, name: string): void {
    for (const suffix of ['', '-wal', '-shm']) {
      const file = `${store}${suffix}`;
      if (existsSync(file)) renameSync(file, join(this.root, `${name}${suffix}`));
    }
  }
}
