import { Camera } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { PhotoView } from '../../../shared/contracts/views.ts';
import { fileToSend } from '../../app/files.ts';
import { useScans } from '../../app/scanning.ts';
import { useAnswer, useCommand, useStationState } from '../../app/station.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Dialog } from '../../ui/overlays/dialog.tsx';
import { useToasts } from '../../ui/status/toast.tsx';
import { CodeText } from '../../ui/text/code-text.tsx';
import { Text } from '../../ui/text/text.tsx';
import { TakePhoto, type Taken } from './take-photo.tsx';
import { usePhoto } from './use-photo.ts';
import './evidence.css';

/** The photos of a pallet or carton, and one more. The next scan puts it away: work goes on. */
export function PhotosDialog({ sscc, onClose }: { readonly sscc: string; readonly onClose: () => void }) {
  const { t } = useText();
  const { run, busy } = useCommand();
  const { show } = useToasts();
  const answer = useAnswer(['units'], ['photos', sscc], (client) => client.evidence.list({ sscc }));
  const prefix = useStationState(({ status }) => status?.settings.companyPrefix.length || undefined);
  const photos = answer.data?.photos ?? [];
  const [adding, setAdding] = useState(false);
  const answered = useScans((state) => state.answered);
  const [from] = useState(answered);
  useEffect(() => {
    if (answered > from) onClose();
  }, [answered, from, onClose]);
  const keep = ({ picture, via }: Taken): void => {
    void run(async (client) => {
      const { base64 } = await fileToSend(new File([picture], 'photo.jpg'));
      const { already } = await client.evidence.keep({ sscc, base64, via });
      setAdding(false);
      show({ tone: already ? 'info' : 'success', title: t(already ? 'evidence.already' : 'evidence.kept') });
    });
  };
  const taking = adding || (answer.isSuccess && photos.length === 0);
  return (
    <Dialog
      actions={
        !taking && (
          <Button icon={Camera} size="floor" variant="primary" onPress={() => setAdding(true)}>
            {t('evidence.add')}
          </Button>
        )
      }
      open
      title={t('evidence.title')}
      wide
      onClose={onClose}
    >
      <div className="evidence-dialog">
        <Text size={20} weight="medium">
          <CodeText kind="sscc" value={sscc} {...(prefix === undefined ? {} : { prefixLength: prefix })} />
        </Text>
        {taking ? (
          <TakePhoto busy={busy} onKeep={keep} />
        ) : (
          <ul className="evidence-photos">
            {photos.map((photo) => (
              <KeptPhoto key={photo.sha256} photo={photo} />
            ))}
          </ul>
        )}
        <Text size={14} tone="quiet">
          {t('evidence.stays')}
        </Text>
      </div>
    </Dialog>
  );
}

function KeptPhoto({ photo: { sscc, sha256, at, person, station, waiting, bytes } }: { readonly photo: PhotoView }) {
  const { t, format } = useText();
  const file = usePhoto(sscc, sha256);
  const words = t('evidence.by', { name: person.name, station, at: format.dateTime(at) });
  return (
    <li className="evidence-photos__photo">
      {file.data ? <img alt={words} className="evidence-picture" src={`data:${file.data.mediaType};base64,${file.data.base64}`} /> : <span className="evidence-picture evidence-picture--none">{file.isError && t('evidence.refused.notHere')}</span>}
      <Text size={16}>{words}</Text>
      <Text size={14} tone="quiet">
        {t('evidence.facts', { kilobytes: Math.ceil(bytes / 1024), digest: sha256.slice(0, 12) })}
        {waiting && ` · ${t('evidence.waiting')}`}
      </Text>
    </li>
  );
}
