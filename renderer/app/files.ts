import type { FileAnswer } from '../../shared/contracts/api.ts';

/** How a file travels to the station: its name and its bytes as base64. */
export interface FileToSend {
  readonly name: string;
  readonly base64: string;
}

/** Bytes given to `btoa` at a time: a call has a limited number of arguments. Divisible by 3, so that pieces join. */
const PIECE = 30_000;

export async function fileToSend(file: File): Promise<FileToSend> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let base64 = '';
  for (let at = 0; at < bytes.length; at += PIECE) base64 += btoa(String.fromCharCode(...bytes.subarray(at, at + PIECE)));
  return { name: file.name, base64 };
}

const bytesOf = ({ base64 }: FileAnswer): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

/** The text of a document; bytes that are no UTF-8 show as replacement characters. */
export const fileText = (answer: FileAnswer): string => new TextDecoder().decode(bytesOf(answer));

/** Offers the file to be kept under its own name. */
export function saveFile(answer: FileAnswer): void {
  const url = URL.createObjectURL(new Blob([bytesOf(answer)], { type: answer.mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = answer.fileName;
  link.click();
  // The browser has taken the bytes by the next task.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
