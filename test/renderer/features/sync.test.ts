import { describe, expect, it } from 'vitest';
import type { ClaimView } from '../../../shared/contracts/views.ts';
import { MINUTE, HOUR, instant, parseZone } from '../../../shared/lib/time.ts';
import { say } from '../../../shared/messages/say.ts';
import { sayIn } from '../../../shared/messages/say-in.ts';
import { claimText, subjectText } from '../../../renderer/features/claims/claim-text.ts';
import { addressOf, pairForm, type PairAnswers } from '../../../renderer/features/sync/pair-form.ts';
import { joinForm } from '../../../renderer/features/setup/join-form.ts';
import { agoText, recentAgeText } from '../../../renderer/ui/clock-text.ts';
import { formatsFor } from '../../../renderer/ui/formats.ts';
import type { Words } from '../../../renderer/ui/i18n.tsx';

const zone = parseZone('America/Chicago');
if (!zone) throw new Error('this Node knows no time zones');
const words: Words = { locale: 'en', zone, system: 'metric', t: (key, params) => say('en', key, params), tell: (message) => sayIn({ locale: 'en', zone }, message), format: formatsFor('en', zone) };

const PEM = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
const answers = (fields: Partial<PairAnswers> = {}): PairAnswers => ({ address: 'central.example:7410', code: 'GJM7-6NRH-SBEH', ownCertificate: false, certificate: '', ...fields });

describe('the pairing form', () => {
  it('takes an address as people type it, and the safe scheme where they typed none', () => {
    expect(addressOf(' central.example:7410/ ')).toBe('https://central.example:7410');
    expect(addressOf('http://127.0.0.1:7410')).toBe('http://127.0.0.1:7410');
    expect(addressOf('HTTPS://Central.example')).toBe('HTTPS://Central.example');
  });

  it.each(['', '   ', 'ftp://central.example', 'central example', 'https://'])('refuses %j as an address', (address) => {
    expect(pairForm.safeParse(answers({ address })).error?.issues.map(({ path }) => path)).toEqual([['address']]);
  });

  it('asks for the certificate only where central has one of its own', () => {
    expect(pairForm.parse(answers({ certificate: PEM }))).toEqual({ address: 'https://central.example:7410', code: 'GJM7-6NRH-SBEH', certificate: null });
    expect(pairForm.parse(answers({ ownCertificate: true, certificate: PEM })).certificate).toBe(PEM.trim());
    expect(pairForm.safeParse(answers({ ownCertificate: true, certificate: 'MIIB' })).error?.issues.map(({ path }) => path)).toEqual([['certificate']]);
  });

  it('at first start asks for the name and use of the station too, and says everything that is wrong at once', () => {
    expect(joinForm.parse({ ...answers(), stationName: ' Dock 3 ', stationUse: 'floor' })).toEqual({ address: 'https://central.example:7410', code: 'GJM7-6NRH-SBEH', certificate: null, stationName: 'Dock 3', stationUse: 'floor' });
    const wrong = joinForm.safeParse({ ...answers({ code: 'SHORT' }), stationName: '', stationUse: 'floor' });
    expect(wrong.error?.issues.map(({ path }) => path[0]).sort()).toEqual(['code', 'stationName']);
  });
});

describe('ages on every screen', () => {
  it('do not tick: below a minute they are "now"', () => {
    expect([0, 59_999, MINUTE, HOUR].map((age) => recentAgeText('en', age))).toEqual(['now', 'now', '1 min', '1 h']);
    expect([0, 12 * MINUTE].map((age) => agoText('es', age))).toEqual(['ahora mismo', 'hace 12 min']);
  });
});

describe('who holds work', () => {
  const claim: ClaimView = { subject: 'order:8QWX3NTP', person: { staffId: 's', name: 'Sam Okafor' }, station: '01JD3', stationName: 'Dock 3', since: instant(Date.UTC(2026, 10, 24, 18, 40)), here: false, sharedWith: [] };

  it('is said with name, place and time', () => {
    expect(claimText(words, claim)).toBe('Held by Sam Okafor at Dock 3 since 12:40');
    expect(claimText(words, { ...claim, here: true })).toBe('Held here by Sam Okafor since 12:40');
    expect(claimText(words, { ...claim, sharedWith: ['Dock 4', 'Packing 1'] })).toBe('Held by Sam Okafor at Dock 3 since 12:40, with Dock 4 and Packing 1');
  });

  it('names the order or pallet without its kind', () => {
    expect(subjectText(claim)).toBe('8QWX3NTP');
    expect(subjectText({ ...claim, subject: 'unit:006141411234567890' })).toBe('006141411234567890');
  });
});
