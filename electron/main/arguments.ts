const DATA = '--data=';

/** What `--data=DIR` names; undefined when it is not given. Chromium's own switches stand beside it. */
export const namedData = (args: readonly string[]): string | undefined =>
  args.find((argument) => argument.startsWith(DATA))?.slice(DATA.length);
