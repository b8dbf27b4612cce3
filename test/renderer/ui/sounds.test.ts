import { describe, expect, it } from 'vitest';
import { createSounds, defaultSoundSettings, soundNotes, type SoundEvent } from '../../../renderer/ui/sounds.ts';

const events: readonly SoundEvent[] = ['accepted', 'wrong', 'duplicate', 'done', 'hot', 'lost', 'paper'];

describe('sounds', () => {
  it('stay silent and never throw without an audio device', () => {
    const sounds = createSounds(() => defaultSoundSettings);
    for (const event of events) expect(() => sounds.play(event)).not.toThrow();
    expect(() => sounds.dispose()).not.toThrow();
  });

  it('differ in rhythm or direction, not by pitch alone', () => {
    const shape = (event: SoundEvent): string => {
      const notes = soundNotes[event];
      const directions = notes.map(({ pitch, glideTo }, index) => Math.sign((glideTo ?? pitch) - (notes[index - 1]?.pitch ?? pitch)));
      return JSON.stringify([notes.length, directions]);
    };
    expect(new Set(events.map(shape)).size).toBe(events.length);
  });

  it('answer a scan at once and are over before the next person waits', () => {
    for (const event of events) {
      expect(soundNotes[event][0]?.at).toBe(0);
      const end = Math.max(...soundNotes[event].map(({ at, length }) => at + length));
      expect(end).toBeLessThanOrEqual(event === 'hot' || event === 'lost' ? 1 : 0.6);
    }
  });
});
