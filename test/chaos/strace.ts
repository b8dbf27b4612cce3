import { readFileSync } from 'node:fs';

/** A system call that returned. */
export interface SystemCall {
  readonly pid: number;
  /** Name, arguments with the paths of files, and result, as strace wrote them. */
  readonly text: string;
  /** Lines of the trace at which it began and returned: one order for all processes. */
  readonly began: number;
  readonly returned: number;
}

/** What runs a command so that its calls, and those of all that it starts, are written into a file. */
export const straced = (trace: string, calls: readonly string[]): readonly string[] =>
  ['strace', '-f', '-y', '--seccomp-bpf', '-s', '120', '-e', `trace=${calls.join(',')}`, '-e', 'signal=none', '-o', trace];

/** Reads a trace of several processes; a call during which another one was heard of stands in it in two parts. */
export function readTrace(trace: string): readonly SystemCall[] {
  const begun = new Map<number, { readonly text: string; readonly line: number }>();
  return readFileSync(trace, 'utf8').split('\n').flatMap((content, line) => {
    const [, number = '', part = ''] = /^(\d+)\s+(.*)$/.exec(content) ?? [];
    const pid = Number(number);
    // The space before the mark is strace's, not the call's.
    const start = /^(.*?) ?<unfinished \.\.\.>$/.exec(part)?.[1];
    if (start !== undefined) {
      begun.set(pid, { text: start, line });
      return [];
    }
    const rest = /^<\.\.\. \w+ resumed>(.*)$/.exec(part)?.[1];
    const first = rest === undefined ? undefined : begun.get(pid);
    return [{ pid, text: first && rest !== undefined ? `${first.text}${rest}` : part, began: first?.line ?? line, returned: line }];
  });
}
