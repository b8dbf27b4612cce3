import pino from 'pino';

/** Structured log to standard error, so that a command's answer on standard output stays clean. Never names a PIN, a key or a document's content. */
export const logger = pino({ level: process.env['HOTDOCK_LOG'] ?? 'warn', redact: ['pin', '*.pin', 'pinHash', '*.pinHash'] }, pino.destination({ fd: 2, sync: true }));
