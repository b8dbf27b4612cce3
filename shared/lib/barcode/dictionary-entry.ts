/** Characters of a part: N digits; X, Y and Z are GS1's sets 82, 39 and 64 (General Specifications 7.11). */
export type CharacterSet = 'N' | 'X' | 'Y' | 'Z';

/** What a part must be besides its length and characters, by the names of the GS1 Barcode Syntax Dictionary's linters. */
export type PartCheck =
  | 'csum' | 'csumalpha' | 'gcppos1' | 'gcppos2' | 'hasnondigit' | 'hh' | 'hhmi' | 'hyphen' | 'iban' | 'importeridx' | 'iso3166' | 'iso3166999'
  | 'iso3166alpha2' | 'iso4217' | 'iso5218' | 'latitude' | 'longitude' | 'mediatype' | 'mi' | 'nonzero' | 'nozeroprefix' | 'packagetype' | 'pcenc'
  | 'pieceoftotal' | 'posinseqslash' | 'ss' | 'winding' | 'yesno' | 'yymmd0' | 'yymmdd' | 'yyyymmdd' | 'zero';

export interface ValuePart {
  readonly set: CharacterSet;
  readonly min: number;
  readonly max: number;
  readonly optional: boolean;
  readonly checks: readonly PartCheck[];
}

/** What the dictionary says of an AI, whatever its number. An AI in a rule may end with `n`, any digit: `31nn`. */
export interface IdentifierRules {
  /** The data title that GS1 prints beside the value. */
  readonly title: string;
  /** True when the first two digits of the AI fix the length, so that no FNC1 need follow (General Specifications 7.8.5). */
  readonly predefined: boolean;
  /** May stand in the query of a GS1 Digital Link. */
  readonly linkAttribute: boolean;
  readonly parts: readonly ValuePart[];
  /** Mandatory associations: of each list at least one group must be on the item's labels, all AIs of the group. */
  readonly needs: ReadonlyArray<ReadonlyArray<readonly string[]>>;
  /** AIs that must not be on the same item. */
  readonly excludes: readonly string[];
  /** For a primary key of a GS1 Digital Link: the qualifiers that may follow in the path, in this order. Empty for any other AI. */
  readonly linkKey: ReadonlyArray<readonly string[]>;
}

/** One AI, or a range of AIs alike. */
export interface DictionaryEntry extends IdentifierRules {
  readonly first: string;
  readonly last: string;
}
