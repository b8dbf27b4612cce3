import { useEffect, useRef, useState, type RefObject } from 'react';
import type { MessageKey } from '../../../shared/messages/catalogue.ts';
import { showCamera } from './show-camera.ts';

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
    const over = new AbortController();
    showCamera(navigator.mediaDevices, () => video.current, over.signal).then(
      () => {
        if (!over.signal.aborted) setState('live');
      },
      (error: unknown) => {
        if (over.signal.aborted) return;
        setState('none');
        setWhy(error instanceof DOMException && error.name === 'NotAllowedError' ? 'evidence.camera.denied' : 'evidence.camera.missing');
      },
    );
    return () => over.abort();
  }, []);
  return { video, state, why };
}
