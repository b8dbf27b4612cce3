import { FileTrigger } from 'react-aria-components/FileTrigger';
import { Button, type ButtonProps } from '../actions/button.tsx';

export interface FileButtonProps extends Pick<ButtonProps, 'children' | 'variant' | 'size' | 'icon' | 'busy' | 'disabled'> {
  /** Extensions or MIME types for the file dialog, such as `.json`. */
  readonly accept?: readonly string[] | undefined;
  readonly onFiles: (files: readonly File[]) => void;
}

/** A button that asks for files: the way in that stands beside every DropSurface. */
export function FileButton({ accept, onFiles, ...look }: FileButtonProps) {
  return (
    <FileTrigger
      allowsMultiple
      onSelect={(list) => {
        if (list && list.length > 0) onFiles([...list]);
      }}
      {...(accept ? { acceptedFileTypes: [...accept] } : {})}
    >
      <Button {...look} />
    </FileTrigger>
  );
}
