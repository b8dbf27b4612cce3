import { z } from 'zod';

/** What must be known of a product's goods before they leave: lot, expiry, a serial number for each, and the days that must be left to the expiry. */
export const productNeeds = z.object({ lot: z.boolean(), expiry: z.boolean(), serial: z.boolean(), shelfLifeDays: z.int().min(0).max(3_650).nullable() });
