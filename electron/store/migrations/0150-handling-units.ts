/**
 * How a product is stacked on pallets, what a site lets a pallet be, cartons of our own that stand on pallets, what a reopened
 * pallet was closed with, and what a station is about to move or report damaged.
 */
export const handlingUnits = `
ALTER TABLE product ADD COLUMN cartons_per_layer INTEGER;
ALTER TABLE product ADD COLUMN layers_per_pallet INTEGER;
UPDATE settings SET settings = json_set(settings, '$.palletHeightMm', 2642, '$.palletWeightGrams', 680389) WHERE id = 'site';
ALTER TABLE handling_unit ADD COLUMN parent TEXT;
ALTER TABLE scan ADD COLUMN closed_as TEXT CHECK (closed_as IS NULL OR json_valid(closed_as));
ALTER TABLE task ADD COLUMN doing TEXT CHECK (doing IS NULL OR json_valid(doing));
CREATE INDEX handling_unit_by_parent ON handling_unit (parent);
`;
