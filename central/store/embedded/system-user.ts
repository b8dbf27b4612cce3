import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Fault } from '../../fault.ts';

/** A user of this machine that PostgreSQL's programs run as. */
export interface SystemUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const OWN = 'hotdock-central';

/** PostgreSQL refuses to run as root: then a system user of our own, made when it is not there. Undefined: as whoever runs this. */
export function unprivilegedUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const found = findUser(OWN) ?? madeUser() ?? findUser('postgres');
  if (!found) throw new Fault('central.fault.noUser', { name: OWN });
  return found;
}

function findUser(name: string): SystemUser | undefined {
  const line = readFileSync('/etc/passwd', 'utf8').split('\n').find((each) => each.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? undefined : { name, uid: Number(uid), gid: Number(gid) };
}

function madeUser(): SystemUser | undefined {
  const ways: readonly (readonly [string, readonly string[]])[] = [
    ['useradd', ['--system', '--no-create-home', '--user-group', '--shell', '/usr/sbin/nologin', OWN]],
    ['adduser', ['-S', '-D', '-H', OWN]],
  ];
  for (const [command, args] of ways) {
    try {
      execFileSync(command, args, { stdio: 'ignore' });
    } catch {
      // Not this system's way, or another central made the user at the same moment.
    }
    const made = findUser(OWN);
    if (made) return made;
  }
  return undefined;
}

/** Whether the user can get to a folder: every folder above it must let them through. */
export function mayEnter({ uid, gid }: SystemUser, folder: string): boolean {
  for (let path = folder; ; path = dirname(path)) {
    const { mode, uid: owner, gid: group } = statSync(path);
    const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (dirname(path) === path) return true;
  }
}
