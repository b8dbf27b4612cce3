/** What the floor must tell apart by ear alone. */
export type SoundEvent = 'accepted' | 'wrong' | 'duplicate' | 'done' | 'info' | 'waits' | 'hot' | 'lost' | 'paper';

export interface SoundSettings {
  readonly muted: boolean;
  /** 0 (mute) to 1 for each event. */
  readonly volume: Readonly<Record<SoundEvent, number>>;
}

export const defaultSoundSettings: SoundSettings = {
  muted: false,
  volume: { accepted: 0.7, wrong: 1, duplicate: 0.9, done: 0.8, info: 0.7, waits: 0.9, hot: 1, lost: 1, paper: 0.8 },
};

/** One tone: when it begins, how long it lasts (seconds), its pitch (Hz), where the pitch ends, and its colour. */
export interface Note {
  readonly at: number;
  readonly length: number;
  readonly pitch: number;
  readonly glideTo?: number;
  readonly wave: OscillatorType;
}

/**
 * Shapes, not only pitches: up, down-and-rough, three equal knocks, a chord climbing, a two-tone call, a slow fall
 * in three steps, two long notes apart, one level note, two equal ones. Pitches lie
 * between 1.2 and 3.5 kHz, above a forklift's motor, away from its 1 kHz reversing beeper, and no single long beep as
 * scanners make. "wrong" alone goes low, with a rough wave whose overtones fill the same band.
 */
export const soundNotes: Readonly<Record<SoundEvent, readonly Note[]>> = {
  accepted: [
    { at: 0, length: 0.06, pitch: 1568, wave: 'triangle' },
    { at: 0.055, length: 0.1, pitch: 2349, wave: 'triangle' },
  ],
  wrong: [
    { at: 0, length: 0.17, pitch: 620, glideTo: 440, wave: 'sawtooth' },
    { at: 0.2, length: 0.28, pitch: 440, glideTo: 290, wave: 'sawtooth' },
  ],
  duplicate: [0, 0.09, 0.18].map((at) => ({ at, length: 0.045, pitch: 1865, wave: 'square' })),
  done: [1319, 1661, 1976, 2637].map((pitch, step) => ({ at: step * 0.075, length: step === 3 ? 0.32 : 0.1, pitch, wave: 'triangle' })),
  info: [{ at: 0, length: 0.11, pitch: 1568, wave: 'triangle' }],
  waits: [0, 0.2].map((at) => ({ at, length: 0.1, pitch: 1245, wave: 'square' })),
  hot: [0, 1, 2, 3, 4, 5].map((step) => ({
    at: step * 0.13,
    length: 0.13,
    pitch: step % 2 === 0 ? 1480 : 2217,
    wave: 'square' as const,
  })),
  lost: [2637, 1976, 1319].map((pitch, step) => ({ at: step * 0.2, length: step === 2 ? 0.38 : 0.18, pitch, glideTo: pitch * 0.94, wave: 'triangle' as const })),
  paper: [
    { at: 0, length: 0.22, pitch: 1760, wave: 'triangle' },
    { at: 0.36, length: 0.22, pitch: 1397, wave: 'triangle' },
  ],
};

/** How loud each wave sounds beside a triangle of the same amplitude, evened out. */
const waveGain: Readonly<Partial<Record<OscillatorType, number>>> = { triangle: 0.9, sawtooth: 0.42, square: 0.32, sine: 0.9 };
const ATTACK = 0.004;
const RELEASE = 0.03;

export interface Sounds {
  /** Starts the sound now; a newer one cuts off the one before, so that the last scan is what is heard. Never throws. */
  readonly play: (event: SoundEvent) => void;
  /** Stops listening for the first gesture and frees the audio device. */
  readonly dispose: () => void;
}

/**
 * The app's own sounds, made from oscillators: no files, no delay. Settings are read at each play. Browsers keep audio
 * locked until the first key or touch; a scan is a key, so the first scan unlocks it. Without an audio device all of
 * this is silent and nothing fails.
 */
export function createSounds(getSettings: () => SoundSettings): Sounds {
  let context: AudioContext | undefined;
  let playing: GainNode | undefined;
  const gestures = ['keydown', 'pointerdown'] as const;
  const page = typeof window === 'undefined' ? undefined : window;

  const open = (): AudioContext | undefined => {
    if (context) return context;
    if (typeof AudioContext === 'undefined') return undefined;
    try {
      context = new AudioContext({ latencyHint: 'interactive' });
    } catch {
      // No output device: the colours and words still answer.
      return undefined;
    }
    return context;
  };

  const unlock = (): void => {
    const audio = open();
    // A refused resume (no gesture yet) is tried again at the next gesture.
    if (audio?.state === 'suspended') audio.resume().then(stopListening, () => undefined);
    else stopListening();
  };
  const stopListening = (): void => gestures.forEach((gesture) => page?.removeEventListener(gesture, unlock, true));
  gestures.forEach((gesture) => page?.addEventListener(gesture, unlock, true));

  const sound = (audio: AudioContext, event: SoundEvent, volume: number): void => {
    const begin = audio.currentTime;
    playing?.gain.setTargetAtTime(0, begin, 0.005);
    const output = audio.createGain();
    output.gain.value = volume;
    output.connect(audio.destination);
    playing = output;
    for (const note of soundNotes[event]) {
      const start = begin + note.at;
      const end = start + note.length;
      const tone = audio.createOscillator();
      tone.type = note.wave;
      tone.frequency.setValueAtTime(note.pitch, start);
      if (note.glideTo !== undefined) tone.frequency.exponentialRampToValueAtTime(note.glideTo, end);
      const envelope = audio.createGain();
      const level = waveGain[note.wave] ?? 0.5;
      envelope.gain.setValueAtTime(0, start);
      envelope.gain.linearRampToValueAtTime(level, start + ATTACK);
      envelope.gain.setValueAtTime(level, end);
      envelope.gain.linearRampToValueAtTime(0, end + RELEASE);
      tone.connect(envelope).connect(output);
      tone.start(start);
      tone.stop(end + RELEASE);
    }
  };

  return {
    play(event) {
      const { muted, volume } = getSettings();
      const level = Math.min(1, Math.max(0, volume[event]));
      if (muted || level === 0) return;
      const audio = open();
      if (!audio || audio.state === 'closed') return;
      try {
        if (audio.state === 'suspended') void audio.resume().catch(() => undefined);
        sound(audio, event, level);
      } catch {
        // A device that vanished mid-shift must not stop a scan.
      }
    },
    dispose() {
      stopListening();
      void context?.close().catch(() => undefined);
      context = undefined;
    },
  };
}
