/**
 * `HOTDOCK_BENCH_SHARE=0.1` tries the bench itself with a tenth of the work; what it then prints is no measurement. Read once: the processes
 * that the bench starts take their sizes from it.
 */
export const share = Number(process.env['HOTDOCK_BENCH_SHARE'] ?? 1);

export const shareOf = (count: number): number => Math.max(1, Math.round(count * share));
