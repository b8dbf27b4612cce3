import { z } from 'zod';
import type { CalendarDate } from '../lib/time.ts';

/** What must be known of a product's goods before they leave: lot, expiry, a serial number for each, and the days that must be left to the expiry. */
export const productNeeds = z.object({ lot: z.boolean(), expiry: z.boolean(), serial: z.boolean(), shelfLifeDays: z.int().min(0).max(3_650).nullable() });

/** GS1 AI 10 and 21 have at most 20 characters. */
const batch = z.string().min(1).max(20);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/).transform((text) => text as CalendarDate);

/** Lot, expiry and serial number of goods, as far as their product needs them. */
export const trace = z.object({ lot: batch.nullable(), expiry: day.nullable(), serial: batch.nullable() });
