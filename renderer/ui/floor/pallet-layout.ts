/** Where one drawn carton stands: column and row on its layer, layer from the deck up. */
export interface CartonPlace {
  readonly column: number;
  readonly row: number;
  readonly layer: number;
}

export interface PalletLayout {
  readonly columns: number;
  readonly rows: number;
  readonly layers: number;
  /** Cartons that one drawn block stands for; above one only for very many. */
  readonly cartonsPerBlock: number;
  /** In drawing order: from the back and the deck to the front and the top. */
  readonly blocks: readonly CartonPlace[];
  /** The block that landed last; undefined on an empty pallet. */
  readonly last: CartonPlace | undefined;
}

const MOST_BLOCKS = 180;

/** Fills the pallet layer by layer, the back of each layer first. `capacity` and `perLayer` are at least one. */
export function palletLayout(cartons: number, capacity: number, perLayer: number): PalletLayout {
  const room = Math.max(capacity, cartons, 1);
  const cartonsPerBlock = Math.ceil(room / MOST_BLOCKS);
  const onLayer = Math.max(1, Math.ceil(perLayer / cartonsPerBlock));
  const rows = Math.max(1, Math.floor(Math.sqrt(onLayer)));
  const columns = Math.ceil(onLayer / rows);
  const blocks = Array.from({ length: Math.ceil(cartons / cartonsPerBlock) }, (_, index) => {
    const place = index % onLayer;
    return { column: place % columns, row: Math.floor(place / columns), layer: Math.floor(index / onLayer) };
  });
  return { columns, rows, layers: Math.ceil(Math.ceil(room / cartonsPerBlock) / onLayer), cartonsPerBlock, blocks, last: blocks.at(-1) };
}
