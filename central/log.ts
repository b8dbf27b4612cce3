import pino from 'pino';

export type Logger = pino.Logger;

/** Structured log to standard error. Never names a code, a token, a key or a document's content. */
export const newLogger = (level: string): Logger => pino({ level, base: { name: 'central' }, redact: ['req.headers.authorization', 'req.headers.cookie'] }, pino.destination({ fd: 2, sync: true }));
