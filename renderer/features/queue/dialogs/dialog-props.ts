import type { OrderView } from '../../../../shared/contracts/views.ts';

export interface OrderDialogProps {
  readonly order: OrderView;
  readonly onClose: () => void;
}
