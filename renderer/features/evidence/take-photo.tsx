import { Aperture, Check, FileImage, RotateCcw } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import type { Message } from '../../../shared/messages/say.ts';
import { Button } from '../../ui/actions/button.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Banner } from '../../ui/status/banner.tsx';
import { NoPicture, pictureOfFile, pictureOfVideo } from './picture.ts';
import { mayHaveCamera, useCamera } from './use-camera.ts';

export interface Taken {
  readonly picture: Blob;
  readonly via: 'camera' | 'file';
}

const FORMATS = ['image/jpeg', 'image/png', 'image/webp'];

/** A photo from the camera or from a file, looked at before it is kept: what was kept stays. */
export function TakePhoto({ busy, onKeep }: { readonly busy: boolean; readonly onKeep: (taken: Taken) => void }) {
  const { tell } = useText();
  const [taken, setTaken] = useState<Taken | null>(null);
  const [problem, setProblem] = useState<Message | null>(null);
  const take = (via: Taken['via'], make: () => Promise<Blob>): void => {
    make().then(
      (picture) => {
        setProblem(null);
        setTaken({ picture, via });
      },
      (error: unknown) => {
        if (!(error instanceof NoPicture)) throw error;
        setProblem(error.words);
      },
    );
  };
  return (
    <div className="evidence-take">
      {problem !== null && <Banner title={tell(problem)} tone="error" />}
      {taken !== null ? <Look busy={busy} taken={taken} onAgain={() => setTaken(null)} onKeep={onKeep} /> : mayHaveCamera() ? <Camera onTake={take} /> : <FromFile primary onTake={take} />}
    </div>
  );
}

interface Takes {
  readonly onTake: (via: Taken['via'], make: () => Promise<Blob>) => void;
}

function Camera({ onTake }: Takes) {
  const { t } = useText();
  const { video, state, why } = useCamera();
  return (
    <>
      {why !== null && (
        <Banner title={t(why)} tone="warning">
          {t('evidence.camera.file')}
        </Banner>
      )}
      {state !== 'none' && <video aria-label={t('evidence.camera')} className="evidence-picture" muted playsInline ref={video} />}
      <span className="evidence-buttons">
        <FromFile primary={state === 'none'} onTake={onTake} />
        {state !== 'none' && (
          <Button
            disabled={state !== 'live'}
            icon={Aperture}
            size="floor"
            variant="primary"
            onPress={() => {
              const { current } = video;
              if (current) onTake('camera', () => pictureOfVideo(current));
            }}
          >
            {t('evidence.take')}
          </Button>
        )}
      </span>
    </>
  );
}

/** On a tablet that lends no camera to the page its own camera program opens instead. */
function FromFile({ primary, onTake }: Takes & { readonly primary: boolean }) {
  const { t } = useText();
  return (
    <FileTrigger
      acceptedFileTypes={FORMATS}
      onSelect={(files) => {
        const file = files?.[0];
        if (file) onTake('file', () => pictureOfFile(file));
      }}
      {...(mayHaveCamera() ? {} : { defaultCamera: 'environment' as const })}
    >
      <Button icon={FileImage} size="floor" variant={primary ? 'primary' : 'secondary'}>
        {t('evidence.file')}
      </Button>
    </FileTrigger>
  );
}

function Look({ taken, busy, onAgain, onKeep }: { readonly taken: Taken; readonly busy: boolean; readonly onAgain: () => void; readonly onKeep: (taken: Taken) => void }) {
  const { t } = useText();
  const shown = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const address = URL.createObjectURL(taken.picture);
    shown.current?.setAttribute('src', address);
    return () => URL.revokeObjectURL(address);
  }, [taken]);
  return (
    <>
      <img alt={t('evidence.preview')} className="evidence-picture" ref={shown} />
      <span className="evidence-buttons">
        <Button icon={RotateCcw} size="floor" onPress={onAgain}>
          {t('evidence.again')}
        </Button>
        <Button busy={busy} icon={Check} size="floor" variant="primary" onPress={() => onKeep(taken)}>
          {t('evidence.keep')}
        </Button>
      </span>
    </>
  );
}
