import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeAuthority, makeServerCertificate } from '../../central/http/certificates.ts';
import { startCentral, type RunningCentral } from '../../central/start.ts';
import { instant } from '../../shared/lib/time.ts';
import { centralFolder } from '../support/central.ts';
import { startServer, type PlainServer } from './support/plain-server.ts';

let server: PlainServer;
let central: RunningCentral;
const data = centralFolder();
const given = centralFolder();

beforeAll(async () => {
  server = await startServer(centralFolder());
  central = await startCentral({ data, databaseUrl: server.url, tls: 'on', names: ['central.example.test'], logLevel: 'silent' });
}, 120_000);
afterAll(async () => {
  await central.close();
  await server.stop();
});

function get(url: string, ca: string | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    request(url, { ca, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    }).on('error', reject).end();
  });
}

test('who pins the authority of this central reaches it; who does not, does not', async () => {
  expect(central.url).toMatch(/^https:/);
  expect(await get(`${central.url}/healthz`, central.authority ?? '')).toBe(200);
  await expect(get(`${central.url}/healthz`, undefined)).rejects.toThrow(/certificate/);
  const stranger = JSON.parse(await makeAuthority(instant(Date.now()))) as { cert: string };
  await expect(get(`${central.url}/healthz`, stranger.cert)).rejects.toThrow(/certificate/);
  expect(readFileSync(central.authorityFile ?? '', 'utf8').trim()).toBe(central.authority?.trim());
});

test('the certificate names this machine and what it was told, and is good for about a year', async () => {
  const certificate = await new Promise<X509Certificate | undefined>((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port: central.port, ca: central.authority ?? '' }, () => {
      const { raw } = socket.getPeerCertificate(true);
      socket.end();
      resolve(new X509Certificate(raw));
    }).on('error', reject);
  });
  expect(certificate?.subjectAltName).toContain('DNS:central.example.test');
  expect(certificate?.subjectAltName).toContain('IP Address:127.0.0.1');
  expect(certificate?.ca).toBe(false);
  expect((Date.parse(certificate?.validTo ?? '') - Date.now()) / 86_400_000).toBeLessThan(400);
});

test('every central on one database shows the same authority', async () => {
  const second = await startCentral({ data: centralFolder(), databaseUrl: server.url, tls: 'on', logLevel: 'silent' });
  expect(second.authority).toBe(central.authority);
  expect(await get(`${second.url}/healthz`, central.authority ?? '')).toBe(200);
  await second.close();
});

test('a given certificate is shown instead; on an address that others reach there is always TLS', async () => {
  const authority = await makeAuthority(instant(Date.now()));
  const { cert, key } = await makeServerCertificate(authority, [], instant(Date.now()));
  const certificate = { cert: join(given, 'cert.pem'), key: join(given, 'key.pem') };
  writeFileSync(certificate.cert, cert);
  writeFileSync(certificate.key, key);
  const own = await startCentral({ data: given, databaseUrl: server.url, host: '0.0.0.0', certificate, logLevel: 'silent' });
  expect(own.authority).toBeNull();
  expect(own.url).toMatch(/^https:/);
  expect(await get(`https://127.0.0.1:${own.port}/healthz`, (JSON.parse(authority) as { cert: string }).cert)).toBe(200);
  await own.close();
  const open = await startCentral({ data: given, databaseUrl: server.url, host: '0.0.0.0', logLevel: 'silent' });
  expect(open.url).toMatch(/^https:/);
  await open.close();
});
