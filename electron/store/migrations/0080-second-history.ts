/**
 * What a copied folder did under this station's name and number before it heard that there are two: kept apart from the own history, whose
 * numbers go on from its own.
 */
export const secondHistory = `
CREATE TABLE second_history (seq INTEGER PRIMARY KEY) STRICT;
INSERT INTO second_history (seq)
  SELECT seq FROM confirmed JOIN operation USING (seq) JOIN identity ON operation.station = identity.station AND operation.incarnation = identity.incarnation
  WHERE confirmed.lineage <> identity.incarnation;
`;
