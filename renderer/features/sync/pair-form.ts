import { zodResolver } from '@hookform/resolvers/zod';
import { useForm, type UseFormReturn } from 'react-hook-form';
import { z } from 'zod';

/** An address as people type it: without a scheme it is the safe one. */
export function addressOf(typed: string): string {
  const text = typed.trim().replace(/(?<=[^:/])\/+$/, '');
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
}

const isAddress = (text: string): boolean => {
  const url = URL.parse(text);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname !== '';
};

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----/;

export const pairForm = z
  .object({ address: z.string(), code: z.string().trim().min(8).max(40), ownCertificate: z.boolean(), certificate: z.string().max(20_000) })
  .refine(({ address }) => address.trim() !== '' && isAddress(addressOf(address)), { path: ['address'] })
  .refine(({ ownCertificate, certificate }) => !ownCertificate || CERTIFICATE.test(certificate), { path: ['certificate'] })
  .transform(({ address, code, ownCertificate, certificate }) => ({ address: addressOf(address), code, certificate: ownCertificate ? certificate.trim() : null }));

export type PairAnswers = z.input<typeof pairForm>;
export type PairOutput = z.output<typeof pairForm>;

/** @param address where central was before, to pair again with a new code. */
export const usePairForm = (address = ''): UseFormReturn<PairAnswers, unknown, PairOutput> =>
  useForm<PairAnswers, unknown, PairOutput>({ resolver: zodResolver(pairForm), defaultValues: { address, code: '', ownCertificate: false, certificate: '' } });
