import { message, type Message } from '../../../shared/messages/say.ts';
import type { Trouble } from '../../sync/state.ts';

/** What is wrong between this station and central, with what to do about it. */
export const troubleMessage = (trouble: Trouble): Message => message(`sync.trouble.${trouble}`);
