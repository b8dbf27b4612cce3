import { seedLargeStore } from './large-store.ts';

/* In a process of its own, so that filling the store does not count as the station's memory. */
seedLargeStore(process.argv[2] ?? '');
