/** As much of a video element as is used here. */
type Screen = Pick<HTMLVideoElement, 'srcObject' | 'play'>;

/**
 * Shows the camera that looks away from the person in `screen`, without sound, until `over`. Rejects with the browser's own fault; the
 * camera is off then, and also where the screen was gone before it came.
 */
export async function showCamera(devices: Pick<MediaDevices, 'getUserMedia'>, screen: () => Screen | null, over: AbortSignal): Promise<void> {
  const stream = await devices.getUserMedia({ audio: false, video: { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1440 } } });
  const stop = (): void => stream.getTracks().forEach((track) => track.stop());
  const shown = screen();
  if (over.aborted || !shown) return stop();
  over.addEventListener('abort', stop, { once: true });
  try {
    shown.srcObject = stream;
    await shown.play();
  } catch (error) {
    stop();
    throw error;
  }
}
