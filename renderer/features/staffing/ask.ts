import type { Subject } from '../../../shared/contracts/views.ts';

/** A person's task and load change with the orders, and how long the load takes with the settings. */
export const peopleSubjects: readonly Subject[] = ['staff', 'tasks', 'orders', 'settings'];
