import { FileUp } from 'lucide-react';
import { DropZone } from 'react-aria-components/DropZone';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { isFileDropItem } from 'react-aria-components/useDrop';
import { Button } from '../actions/button.tsx';
import { useText } from '../i18n.tsx';
import { Text } from '../text/text.tsx';
import './field.css';

export interface FileDropProps {
  /** What may be dropped: "Drop Amazon orders here". */
  readonly label: string;
  /** Formats, and what happens to them. */
  readonly hint?: string | undefined;
  /** Extensions or MIME types for the file dialog, such as `.json`. What was dropped is not filtered: its reader answers. */
  readonly accept?: readonly string[] | undefined;
  readonly onFiles: (files: readonly File[]) => void;
  readonly busy?: boolean | undefined;
}

export function FileDrop({ label, hint, accept, onFiles, busy = false }: FileDropProps) {
  const { t } = useText();
  return (
    <DropZone
      aria-label={label}
      className="file-drop"
      getDropOperation={() => 'copy'}
      onDrop={({ items }) => {
        void Promise.all(items.filter(isFileDropItem).map((item) => item.getFile())).then((files) => {
          if (files.length > 0) onFiles(files);
        });
      }}
    >
      <FileUp aria-hidden className="file-drop__icon" size={32} />
      <Text size={16} weight="medium">
        {label}
      </Text>
      {hint && (
        <Text size={14} tone="quiet">
          {hint}
        </Text>
      )}
      <FileTrigger
        allowsMultiple
        onSelect={(list) => {
          if (list && list.length > 0) onFiles([...list]);
        }}
        {...(accept ? { acceptedFileTypes: [...accept] } : {})}
      >
        <Button busy={busy}>{t('common.files.choose')}</Button>
      </FileTrigger>
    </DropZone>
  );
}
