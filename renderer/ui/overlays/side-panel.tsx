import { ArrowLeft, X } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { IconButton } from '../actions/icon-button.tsx';
import { classes } from '../defined.ts';
import { useText } from '../i18n.tsx';
import { Text } from '../text/text.tsx';
import { useNarrow } from '../use-media.ts';
import './overlays.css';

export interface SidePanelProps {
  readonly title: ReactNode;
  /** Plain words for screen readers when `title` is more than text. */
  readonly label: string;
  readonly subtitle?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** The next action; stays in view. */
  readonly footer?: ReactNode;
  readonly headerActions?: ReactNode;
}

/**
 * Details beside a list, which stays usable: the panel takes no focus when it opens. On tablets it is a page of its own
 * that holds the focus, with a way back. Mount it to show it; put it next to the list in a `Split`.
 */
export function SidePanel(props: SidePanelProps) {
  const narrow = useNarrow();
  if (!narrow) {
    return (
      <aside
        aria-label={props.label}
        className="side-panel"
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.defaultPrevented) props.onClose();
        }}
      >
        <PanelContent {...props} page={false} />
      </aside>
    );
  }
  return (
    <ModalOverlay
      className="side-panel__page"
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) props.onClose();
      }}
    >
      <Modal className="side-panel__dialog">
        <AriaDialog aria-label={props.label} className="side-panel__dialog">
          <div className={classes('side-panel', 'side-panel--page')}>
            <PanelContent {...props} page />
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

function PanelContent({ title, subtitle, onClose, children, footer, headerActions, page }: SidePanelProps & { page: boolean }) {
  const { t } = useText();
  const titleId = useId();
  return (
    <>
      <div className="side-panel__head">
        {page && <IconButton icon={ArrowLeft} label={t('common.back')} onPress={onClose} />}
        <div className="side-panel__title">
          <Text as="h2" id={titleId} size={20} weight="bold">
            {title}
          </Text>
          {subtitle && (
            <Text size={14} tone="quiet">
              {subtitle}
            </Text>
          )}
        </div>
        {headerActions}
        {!page && <IconButton icon={X} label={t('common.close')} onPress={onClose} />}
      </div>
      {/* Scrollable with the keyboard even when nothing inside takes focus. */}
      <div aria-labelledby={titleId} className="side-panel__body" role="group" tabIndex={0}>
        {children}
      </div>
      {footer && <div className="side-panel__foot">{footer}</div>}
    </>
  );
}
