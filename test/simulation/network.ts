import type { Answer } from '../../electron/sync/transport.ts';
import { unreachable } from '../sync/engine-world.ts';
import type { Agenda } from './agenda.ts';
import type { Heard, SimulatedCentral } from './central.ts';
import type { Random } from './random.ts';
import type { Tally } from './tally.ts';

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

export type Call<Reply> = (central: SimulatedCentral, heard: Heard<Reply>) => void;

/** Messages between stations and central: late, lost, twice, out of order, or answered to nobody. */
export class Network {
  weather: Weather = FAIR;
  readonly #agenda: Agenda;
  readonly #random: Random;
  readonly #central: SimulatedCentral;
  readonly #tally: Tally;

  constructor(agenda: Agenda, random: Random, central: SimulatedCentral, tally: Tally) {
    this.#agenda = agenda;
    this.#random = random;
    this.#central = central;
    this.#tally = tally;
  }

  /** Asks central; `heard` is told exactly once, of the first answer that arrives or of none in `patience` milliseconds. */
  ask<Reply>(way: Way, patience: number, call: Call<Reply>, heard: Heard<Reply>): void {
    let told = false;
    const once = (answer: Answer<Reply>): void => {
      if (told) return;
      told = true;
      heard(answer);
    };
    const nobody = (): void => once({ ok: false, failure: unreachable });
    const down = (answer: () => void): void => this.#carry(() => way.downCut, answer, () => this.#tally.note('answer lost'));
    const send = (): void => {
      this.#carry(() => way.upCut, () => {
        // Nobody listens at the port: that is said at once.
        if (!this.#central.up) return down(nobody);
        call(this.#central, (answer) => down(() => once(answer)));
      }, () => this.#tally.note('request lost'));
    };
    send();
    if (this.#random.chance(this.weather.twice)) {
      this.#tally.note('request twice');
      send();
    }
    this.#agenda.after(patience, nobody);
  }

  #carry(isCut: () => boolean, arrive: () => void, lose: () => void): void {
    const { lost, slow } = this.weather;
    if (isCut() || this.#random.chance(lost)) return lose();
    this.#agenda.after(this.#random.between(5, slow), () => {
      if (isCut()) lose();
      else arrive();
    });
  }
}
