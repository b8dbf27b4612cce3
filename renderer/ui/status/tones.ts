import { CircleCheck, CloudOff, Info, OctagonAlert, TriangleAlert, Zap, type LucideIcon } from 'lucide-react';

/** The roles a message or a mark can have. `hot` is for hot orders and nothing else. */
export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'error' | 'offline' | 'hot';

/** Every tone has a shape of its own, so that none is told by colour alone. */
export const toneIcon: Readonly<Record<Tone, LucideIcon>> = {
  neutral: Info,
  info: Info,
  success: CircleCheck,
  warning: TriangleAlert,
  error: OctagonAlert,
  offline: CloudOff,
  hot: Zap,
};
