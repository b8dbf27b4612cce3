import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading as AriaHeading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { IconButton } from '../actions/icon-button.tsx';
import { classes } from '../defined.ts';
import { useText } from '../i18n.tsx';
import './overlays.css';

export interface DialogProps {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons, the main one last. */
  readonly actions?: ReactNode;
  readonly wide?: boolean | undefined;
  /** For what must be answered, such as a first sign-in: Escape and a press outside do nothing. */
  readonly mustAnswer?: boolean | undefined;
}

/** Takes the screen until it is answered. For risky acts on the floor use HoldButton or a second scan instead. */
export function Dialog({ title, open, onClose, children, actions, wide = false, mustAnswer = false }: DialogProps) {
  const { t } = useText();
  return (
    <ModalOverlay
      className="scrim"
      isDismissable={!mustAnswer}
      isKeyboardDismissDisabled={mustAnswer}
      isOpen={open}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className={classes('dialog', wide && 'dialog--wide')}>
        <AriaDialog className="dialog__inner">
          <div className="dialog__head">
            <AriaHeading className="text text--20 text--bold" level={2} slot="title">
              {title}
            </AriaHeading>
            {!mustAnswer && <IconButton icon={X} label={t('common.close')} onPress={onClose} />}
          </div>
          <div className="dialog__body">{children}</div>
          {actions && <div className="dialog__foot">{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
