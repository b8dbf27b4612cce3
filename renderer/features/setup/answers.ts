import type { Settings } from '../../../shared/domain/settings/settings.ts';

export interface Answers {
  readonly siteName: string;
  readonly zone: string;
  readonly stationName: string;
  readonly stationUse: Settings['stationUse'];
  readonly supervisorName: string;
  readonly pin: string;
  readonly pinAgain: string;
}

export const uses = ['floor', 'shipping', 'supervisor'] as const;

/** The fields that each question asks for, in order. */
export const steps = [
  ['siteName', 'zone'],
  ['stationName', 'stationUse'],
  ['supervisorName', 'pin', 'pinAgain'],
] as const satisfies readonly (readonly (keyof Answers)[])[];

/** Where this machine says it stands. */
export const machineZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Every zone this machine knows; its own and UTC even where the list leaves them out. */
export const zones = (): readonly string[] => [...new Set([...Intl.supportedValuesOf('timeZone'), machineZone(), 'UTC'])].sort();

export const startAnswers = (): Answers => ({ siteName: '', zone: machineZone(), stationName: '', stationUse: 'shipping', supervisorName: '', pin: '', pinAgain: '' });
