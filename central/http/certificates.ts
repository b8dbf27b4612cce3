import 'reflect-metadata';
import { BasicConstraintsExtension, ExtendedKeyUsage, ExtendedKeyUsageExtension, KeyUsageFlags, KeyUsagesExtension, PemConverter, SubjectAlternativeNameExtension, SubjectKeyIdentifierExtension, X509Certificate, X509CertificateGenerator } from '@peculiar/x509';
import type { JsonGeneralName } from '@peculiar/x509';
import { randomBytes } from 'node:crypto';
import { hostname, networkInterfaces } from 'node:os';
import { isIP } from 'node:net';
import { DAY, type Instant } from '../../shared/lib/time.ts';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const CA_LIFE = 20 * 365 * DAY;
const LEAF_LIFE = 397 * DAY;
/** Clocks of stations may be behind. */
const EARLIER = 2 * DAY;

export interface ServerCertificate {
  readonly cert: string;
  readonly key: string;
}

interface Authority {
  readonly cert: string;
  readonly key: string;
}

/** A certificate authority of this central's own, for stations to pin; as text for the vault. */
export async function makeAuthority(now: Instant): Promise<string> {
  const keys = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: randomBytes(16).toString('hex'),
    name: `CN=Hotdock central ${hostname()}`,
    notBefore: new Date(now - EARLIER),
    notAfter: new Date(now + CA_LIFE),
    signingAlgorithm: ALGORITHM,
    keys,
    extensions: [new BasicConstraintsExtension(true, 0, true), new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true), await SubjectKeyIdentifierExtension.create(keys.publicKey)],
  });
  return JSON.stringify({ cert: certificate.toString('pem'), key: await keyPem(keys.privateKey) } satisfies Authority);
}

export const authorityCertificate = (authority: string): string => (JSON.parse(authority) as Authority).cert;

/** A server certificate for the names and addresses of this machine, signed by the authority. Made at each start; never stored. */
export async function makeServerCertificate(authority: string, names: readonly string[], now: Instant): Promise<ServerCertificate> {
  const ca = JSON.parse(authority) as Authority;
  const issuer = new X509Certificate(ca.cert);
  const signingKey = await crypto.subtle.importKey('pkcs8', PemConverter.decode(ca.key)[0] ?? new ArrayBuffer(0), ALGORITHM, false, ['sign']);
  const keys = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.create({
    serialNumber: randomBytes(16).toString('hex'),
    subject: `CN=${hostname()}`,
    issuer: issuer.subject,
    notBefore: new Date(now - EARLIER),
    notAfter: new Date(now + LEAF_LIFE),
    signingAlgorithm: ALGORITHM,
    publicKey: keys.publicKey,
    signingKey,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension([...new Set([...ownNames(), ...names])].map(nameOf)),
    ],
  });
  return { cert: `${certificate.toString('pem')}\n${ca.cert}`, key: await keyPem(keys.privateKey) };
}

const ownNames = (): string[] => ['localhost', '127.0.0.1', '::1', hostname(), ...Object.values(networkInterfaces()).flatMap((each) => each ?? []).filter(({ address }) => !address.includes('%')).map(({ address }) => address)];

const nameOf = (value: string): JsonGeneralName => ({ type: isIP(value) === 0 ? 'dns' : 'ip', value });

const keyPem = async (key: Parameters<typeof crypto.subtle.exportKey>[1]): Promise<string> => PemConverter.encode(await crypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY');
