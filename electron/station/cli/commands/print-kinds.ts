/** What `print` prints. */
export const PRINT_KINDS = ['pick-list', 'cart-list', 'label', 'packing-list', 'manifest', 'bol', 'day-sheet', 'command-sheet', 'badge-sheet', 'location-sheet', 'tote-sheet', 'scanner-test'] as const;
export type PrintKind = (typeof PRINT_KINDS)[number];
