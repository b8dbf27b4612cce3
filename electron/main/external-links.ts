/** Where a link on a screen may lead: the vendor's own portals at Amazon, in the person's browser. */
const HOSTS: ReadonlySet<string> = new Set(['vendorcentral.amazon.com', 'vendorcentral.amazon.ca', 'vendorcentral.amazon.com.mx', 'developer-docs.amazon.com']);

/** The address to hand to the browser, rebuilt by a parser; undefined when it is not on the list. */
export function externalUrl(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname, port, username, password, href } = new URL(url);
  const plain = protocol === 'https:' && port === '' && username === '' && password === '';
  return plain && HOSTS.has(hostname) ? href : undefined;
}
