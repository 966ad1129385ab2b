/** Tells whether somebody wants the program to stop. */
export interface Interruption {
  readonly happened: boolean;
}

/** With the exit codes that shells give programs which they ended. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs work that takes its time in other threads and processes: Ctrl-C and a polite kill end the program once `farewell`
 * has said what is left, and what is to be removed at its end is. A second one does not wait for that.
 */
export async function endAtInterrupt<T>(
  farewell: () => Promise<void>,
  work: () => Promise<T>,
): Promise<T> {
  let isEnding = false;
  const letGo = (): void => {
    for (const signal of SIGNALS) process.off(signal, end);
  };
  const end = (signal: keyof typeof EXIT_CODES): void => {
    isEnding = true;
    letGo();
    farewell().finally(() => process.exit(EXIT_CODES[signal]));
  };
  for (const signal of SIGNALS) process.on(signal, end);
  return work().finally(() => {
    letGo();
    // A terminal interrupts the work's own processes too: what they then say is no news.
    return isEnding ? new Promise(() => undefined) : undefined;
  });
}

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
