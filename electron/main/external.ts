import { shell } from 'electron';
import { externalUrl } from './external-links.ts';

/** Opens a listed address in the person's browser; refuses every other without a word to the page. */
export async function openOutside(url: string): Promise<void> {
  const address = externalUrl(url);
  if (address !== undefined) await shell.openExternal(address);
}
