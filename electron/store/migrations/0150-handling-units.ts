/**
 * How a product is stacked on pallets, what a site lets a pallet be, cartons of our own that stand on pallets, and what a
 * reopened pallet was closed with.
 */
export const handlingUnits = `
ALTER TABLE product ADD COLUMN cartons_per_layer INTEGER;
ALTER TABLE product ADD COLUMN layers_per_pallet INTEGER;
UPDATE settings SET settings = json_set(settings, '$.palletHeightMm', 2642, '$.palletWeightGrams', 680389) WHERE id = 'site';
ALTER TABLE handling_unit ADD COLUMN parent TEXT;
ALTER TABLE scan ADD COLUMN closed_as TEXT CHECK (closed_as IS NULL OR json_valid(closed_as));
CREATE INDEX handling_unit_by_parent ON handling_unit (parent);
`;
