import { useEffect, useRef, useState, type RefObject } from 'react';
import type { MessageKey } from '../../../shared/messages/catalogue.ts';

/** Browsers lend a camera to pages of this machine and to https only. */
export const mayHaveCamera = (): boolean => typeof navigator !== 'undefined' && 'mediaDevices' in navigator;

export interface Camera {
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly state: 'opening' | 'live' | 'none';
  /** Why there is none. */
  readonly why: MessageKey | null;
}

/** The camera that looks away from the person, as long as this is on the screen; no sound is ever asked for. */
export function useCamera(): Camera {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<Camera['state']>('opening');
  const [why, setWhy] = useState<MessageKey | null>(null);
  useEffect(() => {
    let stream: MediaStream | undefined;
    let gone = false;
    const stop = (): void => stream?.getTracks().forEach((track) => track.stop());
    const open = async (): Promise<void> => {
      stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1440 } } });
      if (gone || !video.current) return stop();
      video.current.srcObject = stream;
      await video.current.play();
      setState('live');
    };
    open().catch((error: unknown) => {
      stop();
      if (gone) return;
      setState('none');
      setWhy(error instanceof DOMException && error.name === 'NotAllowedError' ? 'evidence.camera.denied' : 'evidence.camera.missing');
    });
    return () => {
      gone = true;
      stop();
    };
  }, []);
  return { video, state, why };
}
