/** The scan that a station's next operation lets go is found by its number. */
export const workLog = `
CREATE INDEX scan_by_station_station_seq ON scan (station, station_seq);
`;
