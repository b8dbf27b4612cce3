import { OctagonX } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { Button } from '../ui/actions/button.tsx';
import { useText } from '../ui/i18n.tsx';
import { StateView } from '../ui/states/state-view.tsx';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly fault: Error | undefined;
}

/** Catches a screen that broke, so that the scan bar and the other screens go on. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { fault: undefined };

  static getDerivedStateFromError(fault: unknown): State {
    return { fault: fault instanceof Error ? fault : new Error(String(fault)) };
  }

  override render(): ReactNode {
    const { fault } = this.state;
    return fault ? <Fault fault={fault} onAgain={() => this.setState({ fault: undefined })} /> : this.props.children;
  }
}

function Fault({ fault, onAgain }: { readonly fault: Error; readonly onAgain: () => void }) {
  const { t } = useText();
  return (
    <StateView actions={<Button variant="primary" onPress={onAgain}>{t('app.error.reload')}</Button>} icon={OctagonX} role="alert" title={t('app.error.title')} tone="error">
      {t('app.error.text', { detail: fault.message })}
    </StateView>
  );
}
