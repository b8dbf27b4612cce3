import type { Locale } from '../../shared/messages/define.ts';

/** The language this machine speaks, until a station says otherwise. */
export const machineLocale = (): Locale => (navigator.language.startsWith('es') ? 'es' : 'en');
