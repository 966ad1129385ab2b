/** Tells whether somebody wants the program to stop. */
export interface Interruption {
  readonly happened: boolean;
}

/**
 * Runs work that must not be cut in half: while it runs, Ctrl-C and a polite kill only set a mark, which the work looks
 * at where it can still go back.
 */
export async function holdInterrupts<T>(
  work: (interruption: Interruption) => Promise<T>,
): Promise<T> {
  let happened = false;
  const mark = (): void => {
    happened = true;
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, mark);
  try {
    return await work({
      get happened() {
        return happened;
      },
    });
  } finally {
    for (const signal of signals) process.off(signal, mark);
  }
}
