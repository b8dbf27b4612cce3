import { simulateShare } from './share.ts';

simulateShare(0);
