import { pictureAlone } from '../../../shared/lib/photo/jpeg.ts';
import { LARGEST_FILE, LARGEST_PHOTO, LONGEST_SIDE } from '../../../shared/lib/photo/limits.ts';
import { photoTypeOf } from '../../../shared/lib/photo/photo-type.ts';
import { message, type Message } from '../../../shared/messages/say.ts';

/** Why a file or a camera gave no photo, in words. */
export class NoPicture extends Error {
  readonly words: Message;

  constructor(words: Message) {
    super(words.key);
    this.name = 'NoPicture';
    this.words = words;
  }
}

const MB = 1024 * 1024;

/** From good to still readable; the first that fits is taken. */
const QUALITIES = [0.82, 0.65, 0.45] as const;

/** A chosen file as a photo to keep: a new JPEG of the picture alone, upright, no larger than is kept. Throws NoPicture. */
export async function pictureOfFile(file: File): Promise<Blob> {
  if (file.size > LARGEST_FILE) throw new NoPicture(message('evidence.refused.fileTooLarge', { file: file.name, megabytes: Math.ceil(file.size / MB), most: LARGEST_FILE / MB }));
  const begin = new Uint8Array(await file.slice(0, 16).arrayBuffer());
  if (photoTypeOf(begin) === undefined) throw new NoPicture(message('evidence.refused.notPicture', { file: file.name }));
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => {
    throw new NoPicture(message('evidence.refused.unreadable', { file: file.name }));
  });
  try {
    return await jpegOf(picture, picture.width, picture.height);
  } finally {
    picture.close();
  }
}

/** What the camera shows now. Throws NoPicture. */
export const pictureOfVideo = (video: HTMLVideoElement): Promise<Blob> => jpegOf(video, video.videoWidth, video.videoHeight);

/** Drawn anew: what a camera wrote beside the picture, such as the place, is not in it, nor what the browser writes there. */
async function jpegOf(source: CanvasImageSource, width: number, height: number): Promise<Blob> {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const pen = canvas.getContext('2d');
  if (!pen || width === 0) throw new NoPicture(message('evidence.camera.nothing'));
  // What is clear in a PNG is white on a photo, as on paper.
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(source, 0, 0, canvas.width, canvas.height);
  for (const quality of QUALITIES) {
    const jpeg = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
    if (jpeg && jpeg.size <= LARGEST_PHOTO) return new Blob([pictureAlone(new Uint8Array(await jpeg.arrayBuffer()))], { type: jpeg.type });
  }
  throw new NoPicture(message('evidence.refused.tooLarge', { kilobytes: LARGEST_PHOTO / 1024 + 1, most: LARGEST_PHOTO / 1024 }));
}
