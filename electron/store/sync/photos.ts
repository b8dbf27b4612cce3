import type Database from 'better-sqlite3';

/**
 * Which photos' bytes central has yet to be sent. They do not travel with the operations that name them: those go first, whatever a photo
 * weighs. What a life of central was given is noted durably, so that an interrupted station goes on with the next one; another life is
 * offered all that is here.
 */
export class Photos {
  readonly #database: Database.Database;
  #waiting: { readonly epoch: string; readonly digests: string[] } | undefined;

  constructor(database: Database.Database) {
    this.#database = database;
  }

  /** The oldest photo that this life of central lacks and whose bytes are here. */
  next(epoch: string): string | undefined {
    if (this.#waiting?.epoch !== epoch) this.#waiting = { epoch, digests: this.#read(epoch) };
    return this.#waiting.digests[0];
  }

  isAtCentral(sha256: string): boolean {
    return this.#database.prepare('SELECT 1 FROM photo_at_central JOIN membership USING (epoch) WHERE sha256 = ?').get(sha256) !== undefined;
  }

  /** That life of central holds its bytes. */
  markSent(sha256: string, epoch: string): void {
    this.#database.prepare('INSERT INTO photo_at_central (sha256, epoch) VALUES (?, ?) ON CONFLICT (sha256) DO UPDATE SET epoch = excluded.epoch').run(sha256, epoch);
    this.pass(sha256);
  }

  /** Asked for no more until the list is made anew: central refused it for good. */
  pass(sha256: string): void {
    const digests = this.#waiting?.digests ?? [];
    const at = digests.indexOf(sha256);
    if (at >= 0) digests.splice(at, 1);
  }

  /** Central turned out to lack what it had: it may lack photos as well. */
  forgetSent(): void {
    this.#database.prepare('DELETE FROM photo_at_central').run();
    this.reload();
  }

  /** More photos were kept, or a transaction came to nothing. */
  reload(): void {
    this.#waiting = undefined;
  }

  #read(epoch: string): string[] {
    return this.#database
      .prepare<[string], string>(
        `SELECT photo.sha256 FROM photo JOIN blob USING (sha256)
         WHERE NOT EXISTS (SELECT 1 FROM photo_at_central AS sent WHERE sent.sha256 = photo.sha256 AND sent.epoch = ?)
         GROUP BY photo.sha256 ORDER BY min(photo.taken_at)`,
      )
      .pluck()
      .all(epoch);
  }
}
