/** Tells whether somebody wants the program to stop. */
export interface Interruption {
  readonly happened: boolean;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs work that must not be cut in half: while it runs, Ctrl-C and a polite kill only set a mark, which the work looks
 * at where it can still go back. A signal that came too late for that takes effect when the work is done.
 */
export async function holdInterrupts<T>(
  work: (interruption: Interruption) => Promise<T>,
): Promise<T> {
  let held: NodeJS.Signals | undefined;
  const hold = (signal: NodeJS.Signals): void => {
    held = signal;
  };
  for (const signal of SIGNALS) process.on(signal, hold);
  const interruption = {
    get happened() {
      return held !== undefined;
    },
  };
  const value = await work(interruption).finally(() => {
    for (const signal of SIGNALS) process.off(signal, hold);
  });
  if (held !== undefined) process.kill(process.pid, held);
  return value;
}
