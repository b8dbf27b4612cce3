import { FileUp } from 'lucide-react';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import './field.css';

export interface DropSurfaceProps {
  /** Shown over everything while files hover: "Drop order files to import". */
  readonly label: string;
  readonly onFiles: (files: readonly File[]) => void;
  readonly disabled?: boolean | undefined;
  readonly children: ReactNode;
}

const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

/** A whole screen that takes dropped files. Dropping is the shortcut; a button beside it must do the same. */
export function DropSurface({ label, onFiles, disabled = false, children }: DropSurfaceProps) {
  // Enter and leave come for every element crossed, so the depth is counted.
  const depth = useRef(0);
  const [over, setOver] = useState(false);
  const enter = (by: 1 | -1): void => {
    depth.current = Math.max(0, depth.current + by);
    setOver(depth.current > 0);
  };
  if (disabled) return <>{children}</>;
  return (
    <div
      className="drop-surface"
      onDragEnter={(event) => {
        if (hasFiles(event)) enter(1);
      }}
      onDragLeave={(event) => {
        if (hasFiles(event)) enter(-1);
      }}
      onDragOver={(event) => {
        if (hasFiles(event)) event.preventDefault();
      }}
      onDrop={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        depth.current = 0;
        setOver(false);
        const files = [...event.dataTransfer.files];
        if (files.length > 0) onFiles(files);
      }}
    >
      {children}
      {over && (
        <div className="drop-surface__over">
          <FileUp aria-hidden size={64} />
          <span className="text text--28 text--bold">{label}</span>
        </div>
      )}
    </div>
  );
}
