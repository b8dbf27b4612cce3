export interface Machine {
  /** As Node's `process.platform` names it. */
  readonly platform: string;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Where a workstation keeps its data: what the person named, else HOTDOCK_DATA, else the place the system has
 * for an application's own data. On Windows the local profile: a roaming one is copied over the network.
 * A name may be relative; the caller resolves it where the person stands.
 */
export function dataDirectory({ platform, home, env }: Machine, named?: string): string {
  const chosen = named ?? env['HOTDOCK_DATA'];
  if (chosen !== undefined && chosen !== '') return chosen;
  if (platform === 'win32') return `${env['LOCALAPPDATA'] ?? `${home}\\AppData\\Local`}\\Hotdock`;
  if (platform === 'darwin') return `${home}/Library/Application Support/Hotdock`;
  const data = env['XDG_DATA_HOME'];
  // The XDG specification: a relative path is invalid and is ignored.
  return `${data?.startsWith('/') === true ? data : `${home}/.local/share`}/Hotdock`;
}
