import { SliderField } from '../ui/fields/slider-field.tsx';
import { SwitchField } from '../ui/fields/switch-field.tsx';
import { useText } from '../ui/i18n.tsx';
import { Stack } from '../ui/layout/stack.tsx';
import type { SoundEvent } from '../ui/sounds.ts';
import { Text } from '../ui/text/text.tsx';
import { useSounds } from './scan-door.tsx';
import { changeDeviceSounds, useDeviceSounds } from './sound-settings.ts';

const events: readonly SoundEvent[] = ['accepted', 'wrong', 'duplicate', 'done', 'info', 'waits', 'hot', 'lost', 'paper'];
const STEP = 0.1;

/** How loud each answer is on this machine. Moving a slider plays it. */
export function SoundControls() {
  const { t, format } = useText();
  const sounds = useSounds();
  const { muted, vibrate, volume } = useDeviceSounds();
  return (
    <Stack gap={4}>
      <Text tone="quiet">{t('floorScreen.sounds.text')}</Text>
      <SwitchField label={t('floorScreen.sounds.on')} checked={!muted} onChange={(on) => changeDeviceSounds({ muted: !on })} />
      {events.map((event) => (
        <SliderField
          disabled={muted}
          key={event}
          label={t('floorScreen.sounds.event', { event })}
          max={1}
          min={0}
          step={STEP}
          value={volume[event]}
          words={(value) => (value === 0 ? t('floorScreen.sounds.off') : format.percent(value, 0))}
          onChange={(value) => changeDeviceSounds({ volume: { ...volume, [event]: value } })}
          onSettled={() => sounds.play(event)}
        />
      ))}
      <SwitchField label={t('floorScreen.sounds.vibrate')} checked={vibrate} onChange={(on) => changeDeviceSounds({ vibrate: on })} />
    </Stack>
  );
}
