import { SoundControls } from '../../../app/sound-controls.tsx';

/** Kept by this machine, not by the station. */
export function SoundsSection() {
  return (
    <div className="settings-form">
      <SoundControls />
    </div>
  );
}
