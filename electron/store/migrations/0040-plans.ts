/** Who planned a shipment: two stations may plan one order. */
export const plans = `
ALTER TABLE shipment ADD COLUMN planned_by TEXT CHECK (planned_by IS NULL OR json_valid(planned_by));
`;
