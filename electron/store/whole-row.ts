import { defaultSettings, type Settings } from '../../shared/domain/settings/settings.ts';
import type { Entities, EntityKind } from '../../shared/domain/state/entities.ts';
import { asEntity, fieldsOf, type Row } from './row-codec.ts';

/*
 * Rows also lie in the file as JSON: what is confirmed of a row that pending work changed, and the chunks of a copy. No migration reaches
 * them, and a copy may come from a central of the release before. So they are made whole where they are read.
 */

/** What a field is that a row of an earlier release has not; null where nothing stands here, as in the columns that migrations add. */
const absent: { readonly [Kind in EntityKind]?: Partial<Entities[Kind]> } = { task: { cart: [], totes: [], put: [] } };

/** A row as this release knows it, from one that this release or an earlier one wrote. */
export function wholeRow<Kind extends EntityKind>(kind: Kind, row: Row): Entities[Kind] {
  const nothing: Row = Object.fromEntries(fieldsOf(kind).map((field) => [field, null]));
  const known = asEntity(kind, { ...nothing, ...absent[kind], ...row, ...settingsIn(kind, row) });
  if (!known) throw new Error(`empty row of ${kind}`);
  return known;
}

/** The site's row has every setting; a station's has only those it set for itself. */
function settingsIn(kind: EntityKind, { id, settings }: Row): Row {
  if (kind !== 'settings' || id !== 'site') return {};
  return { settings: { ...defaultSettings, ...(settings as Partial<Settings>) } };
}
