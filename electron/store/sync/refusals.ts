/** Why a page of the site's order was not taken. Nothing has changed. */
export type PageRefusal =
  /** It does not follow the cursor without a gap. */
  | 'gap'
  /** It is of another life of central than this store knows. */
  | 'epoch'
  /** A copy of the site is coming in; pages follow once it is whole. */
  | 'copying'
  /** It names an operation that is held here with other content. */
  | 'changed';

export class PageRefused extends Error {
  readonly reason: PageRefusal;

  constructor(reason: PageRefusal, detail: string) {
    super(`${reason}: ${detail}`);
    this.name = 'PageRefused';
    this.reason = reason;
  }
}

/** Why a store cannot become part of a site. */
export type JoinRefusal = 'other-site' | 'demo' | 'unpaired';

export class JoinRefused extends Error {
  readonly reason: JoinRefusal;

  constructor(reason: JoinRefusal, detail: string) {
    super(`${reason}: ${detail}`);
    this.name = 'JoinRefused';
    this.reason = reason;
  }
}

/** A copy of the site, or a chunk of it, that is not what its manifest says. */
export class CopyRefused extends Error {
  constructor(detail: string) {
    super(detail);
    this.name = 'CopyRefused';
  }
}
