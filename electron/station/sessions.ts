import type { StaffId } from '../../shared/lib/ids.ts';

/** Who has signed in through one shell: a browser, the desktop window, a run of the command line. */
export interface SessionState {
  readonly shell: 'desktop' | 'browser' | 'command-line';
  staffId: StaffId | null;
}

/** The sessions of one run of the station. A restart signs everybody out; work resumes from the store. */
export class Sessions {
  readonly #byId = new Map<string, SessionState>();

  /** The session of an id that the server handed out; made on first use. */
  of(id: string, shell: SessionState['shell']): SessionState {
    const known = this.#byId.get(id);
    if (known) return known;
    const made: SessionState = { shell, staffId: null };
    this.#byId.set(id, made);
    return made;
  }

  clear(): void {
    for (const session of this.#byId.values()) session.staffId = null;
  }
}
