import 'reflect-metadata';
import { BasicConstraintsExtension, KeyUsageFlags, KeyUsagesExtension, PemConverter, SubjectAlternativeNameExtension, X509CertificateGenerator } from '@peculiar/x509';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

export interface TlsIdentity {
  /** PEM of the authority, to pin. */
  readonly authority: string;
  readonly cert: string;
  readonly key: string;
}

/** An authority of its own and a certificate for `host` that it signed. */
export async function newAuthority(host = '127.0.0.1', notBefore = new Date(Date.now() - 60_000)): Promise<TlsIdentity> {
  const notAfter = new Date(notBefore.getTime() + 86_400_000);
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const authority = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=Test authority', notBefore, notAfter, keys, signingAlgorithm: algorithm,
    extensions: [new BasicConstraintsExtension(true, 0, true), new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true)],
  });
  const serverKeys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const server = await X509CertificateGenerator.create({
    subject: `CN=${host}`, issuer: authority.subject, notBefore, notAfter, publicKey: serverKeys.publicKey, signingKey: keys.privateKey, signingAlgorithm: algorithm,
    extensions: [new SubjectAlternativeNameExtension([{ type: 'ip', value: host }])],
  });
  const key = PemConverter.encode(await crypto.subtle.exportKey('pkcs8', serverKeys.privateKey), 'PRIVATE KEY');
  return { authority: authority.toString('pem'), cert: server.toString('pem'), key };
}
