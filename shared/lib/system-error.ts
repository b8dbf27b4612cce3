/** The system's name for what went wrong (`ENOENT`), else the error's own words. */
export const systemReason = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : String(error));
