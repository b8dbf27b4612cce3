import type { Answer } from '../../electron/sync/transport.ts';
import { unreachable } from '../sync/engine-world.ts';
import type { Agenda } from './agenda.ts';
import type { Heard, SimulatedCentral } from './central.ts';
import type { Random } from './random.ts';

/** How bad a network is; chances from 0 to 1. */
export interface Weather {
  readonly lost: number;
  readonly twice: number;
  /** The longest way of one message, milliseconds: what is sent later may arrive earlier. */
  readonly slow: number;
}

export const FAIR: Weather = { lost: 0, twice: 0, slow: 40 };

/** One station's way to central and back: each direction can be cut by itself. */
export class Way {
  upCut = false;
  downCut = false;
}

const GIVES_UP = 40_000;

/** Messages between stations and central: late, lost, twice, out of order, or answered to nobody. */
export class Network {
  weather: Weather = FAIR;
  readonly #agenda: Agenda;
  readonly #random: Random;
  readonly #central: SimulatedCentral;

  constructor(agenda: Agenda, random: Random, central: SimulatedCentral) {
    this.#agenda = agenda;
    this.#random = random;
    this.#central = central;
  }

  /** Asks central; `heard` is told exactly once, of the first answer that arrives or of none. */
  ask<Reply>(way: Way, call: (central: SimulatedCentral, heard: Heard<Reply>) => void, heard: Heard<Reply>): void {
    let told = false;
    const once = (answer: Answer<Reply>): void => {
      if (told) return;
      told = true;
      heard(answer);
    };
    const nobody = (): void => once({ ok: false, failure: unreachable });
    const send = (): void => {
      this.#carry(() => way.upCut, () => {
        // Nobody listens at the port: that is said at once.
        if (!this.#central.up) return this.#carry(() => way.downCut, nobody);
        call(this.#central, (answer) => this.#carry(() => way.downCut, () => once(answer)));
      });
    };
    send();
    if (this.#random.chance(this.weather.twice)) send();
    this.#agenda.after(GIVES_UP, nobody);
  }

  #carry(cut: () => boolean, arrive: () => void): void {
    const { lost, slow } = this.weather;
    if (cut() || this.#random.chance(lost)) return;
    this.#agenda.after(this.#random.between(5, slow), () => {
      if (!cut()) arrive();
    });
  }
}
