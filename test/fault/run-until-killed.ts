import { spawn } from 'node:child_process';

/** Runs a program of ours until what it has said is `enough`, lets it go on for a moment and kills it dead. Answers its whole lines. */
export function runUntilKilled(program: string, args: readonly string[], enough: (output: string) => boolean, moreMs: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    let dying = false;
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (text: string) => {
      output += text;
      if (dying || !enough(output)) return;
      dying = true;
      setTimeout(() => child.kill('SIGKILL'), moreMs);
    });
    child.on('error', reject);
    // A line cut off in the middle was not heard by anybody.
    child.on('close', () => resolve(output.split('\n').slice(0, -1)));
  });
}
