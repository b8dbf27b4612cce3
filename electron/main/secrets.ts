import { safeStorage } from 'electron';

/** Whether the system keeps secrets for real: on Linux without a key ring Chromium would only scramble them. */
async function isSafe(): Promise<boolean> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return false;
  return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text';
}

/** Encrypts for this person on this machine, in base64; null when there is no safe place. */
export async function seal(text: string): Promise<string | null> {
  try {
    return (await isSafe()) ? (await safeStorage.encryptStringAsync(text)).toString('base64') : null;
  } catch {
    return null;
  }
}

/** Null when it cannot be read back: another machine, another person, a reset profile. The caller asks for it anew. */
export async function unseal(sealed: string): Promise<string | null> {
  try {
    return (await isSafe()) ? (await safeStorage.decryptStringAsync(Buffer.from(sealed, 'base64'))).result : null;
  } catch {
    return null;
  }
}
