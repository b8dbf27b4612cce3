import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createSounds, defaultSoundSettings, soundNotes, type SoundEvent } from '../../../renderer/ui/sounds.ts';

const events: readonly SoundEvent[] = ['accepted', 'wrong', 'duplicate', 'done', 'info', 'waits', 'hot', 'lost', 'paper'];

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

/** What a note did at the device: when, for how long, how high, how loud through its envelope and its event's volume. */
interface Tone {
  readonly start: number;
  readonly stop: number;
  readonly pitch: number;
  readonly wave: string;
  readonly output: FakeGain;
}

class FakeParam {
  value = 1;
  readonly set: (readonly [value: number, at: number])[] = [];
  setValueAtTime = (value: number, at: number): void => void this.set.push([value, at]);
  linearRampToValueAtTime = this.setValueAtTime;
  exponentialRampToValueAtTime = this.setValueAtTime;
  setTargetAtTime = this.setValueAtTime;
}

class FakeGain {
  readonly gain = new FakeParam();
  next: FakeGain | undefined;
  connect(to: FakeGain | object): FakeGain | object {
    if (to instanceof FakeGain) this.next = to;
    return to;
  }
}

/** The sound device of a machine; only what it was told is kept. */
class FakeAudio {
  static readonly devices: FakeAudio[] = [];
  /** Browsers lock audio until the first gesture. */
  static locked = false;
  readonly tones: Tone[] = [];
  readonly destination = {};
  currentTime = 10;
  state: 'running' | 'suspended' | 'closed' = FakeAudio.locked ? 'suspended' : 'running';

  constructor() {
    FakeAudio.devices.push(this);
  }

  createGain = (): FakeGain => new FakeGain();

  createOscillator() {
    const frequency = new FakeParam();
    let [start, envelope] = [0, new FakeGain()];
    const tone = {
      type: '',
      frequency,
      connect: (to: FakeGain) => (envelope = to),
      start: (at: number) => (start = at),
      stop: (at: number) => {
        const output = envelope.next;
        if (!output) throw new Error('the tone goes nowhere');
        this.tones.push({ start, stop: at, pitch: frequency.set[0]?.[0] ?? 0, wave: tone.type, output });
      },
    };
    return tone;
  }

  resume(): Promise<void> {
    if (FakeAudio.locked) return Promise.reject(new Error('no gesture yet'));
    this.state = 'running';
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.state = 'closed';
    return Promise.resolve();
  }
}

describe('sounds at a device', () => {
  let settings = defaultSoundSettings;
  let page: EventTarget;
  beforeEach(() => {
    page = new EventTarget();
    settings = defaultSoundSettings;
    FakeAudio.devices.length = 0;
    FakeAudio.locked = false;
    vi.stubGlobal('AudioContext', FakeAudio);
    vi.stubGlobal('window', page);
    onTestFinished(() => void vi.unstubAllGlobals());
  });

  const open = () => {
    const sounds = createSounds(() => settings);
    onTestFinished(() => sounds.dispose());
    return { sounds, tones: (): readonly Tone[] => FakeAudio.devices.flatMap(({ tones }) => tones) };
  };

  it.each(events)('%s is heard note by note, at once, at its own volume', (event) => {
    const { sounds, tones } = open();
    settings = { muted: false, volume: { ...defaultSoundSettings.volume, [event]: 0.35 } };
    sounds.play(event);
    expect(tones().map(({ start, pitch, wave }) => [Math.round((start - 10) * 1000) / 1000, pitch, wave])).toEqual(soundNotes[event].map(({ at, pitch, wave }) => [Math.round(at * 1000) / 1000, pitch, wave]));
    for (const { start, stop, output } of tones()) {
      expect(stop).toBeGreaterThan(start);
      expect(output.gain.value).toBe(0.35);
    }
  });

  it('a muted machine and an event turned down to nothing are silent; the others are not', () => {
    const { sounds, tones } = open();
    settings = { ...defaultSoundSettings, muted: true };
    events.forEach(sounds.play);
    settings = { muted: false, volume: { ...defaultSoundSettings.volume, accepted: 0 } };
    sounds.play('accepted');
    expect(tones()).toEqual([]);
    sounds.play('wrong');
    expect(tones()).toHaveLength(soundNotes.wrong.length);
  });

  it('the last scan is what is heard: a newer sound cuts off the one before', () => {
    const { sounds, tones } = open();
    sounds.play('done');
    const [first] = tones();
    expect(first?.output.gain.set).toEqual([]);
    sounds.play('wrong');
    expect(first?.output.gain.set).toEqual([[0, 10]]);
    expect(FakeAudio.devices).toHaveLength(1);
  });

  it('a device that browsers lock is opened by the first key, which a scan is', async () => {
    FakeAudio.locked = true;
    open();
    page.dispatchEvent(new Event('keydown'));
    expect(FakeAudio.devices.map(({ state }) => state)).toEqual(['suspended']);
    await Promise.resolve();
    FakeAudio.locked = false;
    page.dispatchEvent(new Event('keydown'));
    expect(FakeAudio.devices.map(({ state }) => state)).toEqual(['running']);
  });
});
