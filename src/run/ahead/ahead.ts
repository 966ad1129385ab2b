import { Worker } from 'node:worker_threads';
import type { Finding } from '../../evidence/finding.ts';
import type { ApiFacts } from '../../questions/question.ts';
import type { Planned } from '../documents.ts';
import { type PlanJob, planKey, type Request } from './early-work.ts';

type Reply = { readonly id: number } & ({ readonly value: unknown } | { readonly failed: true });

/** A value, which may be `undefined`; none when the thread could not make it. */
export type Early<Value> = { readonly value: Value } | undefined;

/**
 * A thread that reads and plans while the user still answers. It never fails: what it could not do is done again by who
 * wants it, who then tells what is wrong where it was always told.
 */
export class Ahead {
  readonly #program: URL;
  readonly #waiting = new Map<number, (reply: Reply | undefined) => void>();
  #thread: Worker | undefined;
  #isGone = false;
  #count = 0;
  #foreseen: string | undefined;

  /** @param program - the thread's module; another one in tests */
  constructor(program = new URL('./thread.mjs', import.meta.url)) {
    this.#program = program;
  }

  read(path: string): Promise<Early<ApiFacts>> {
    return this.#ask({ kind: 'read', path });
  }

  propose(
    path: string,
    findings: readonly Finding[] | undefined,
  ): Promise<Early<readonly string[] | undefined>> {
    return this.#ask({ kind: 'propose', path, findings });
  }

  /** Has the project planned for answers that are likely; others that were foreseen before are forgotten. */
  foresee(job: PlanJob): void {
    const key = planKey(job);
    if (key === this.#foreseen) return;
    this.#foreseen = key;
    void this.#ask({ kind: 'foresee', job });
  }

  /** What is known of these answers. When others were foreseen, that is all that doesn't depend on the difference. */
  async plan(job: PlanJob): Promise<Planned | undefined> {
    const early = await this.#ask<Planned | undefined>({ kind: 'plan', job });
    return early?.value;
  }

  /** Ends the thread, whatever it is at. */
  end(): void {
    this.#isGone = true;
    void this.#thread?.terminate();
    for (const [id, settle] of this.#waiting) {
      this.#waiting.delete(id);
      settle(undefined);
    }
  }

  #ask<Value>(request: Request): Promise<Early<Value>> {
    if (this.#isGone) return Promise.resolve(undefined);
    const id = this.#count;
    this.#count += 1;
    return new Promise((resolve) => {
      // The thread's answer has the type of what was asked.
      this.#waiting.set(id, (reply) =>
        resolve(
          reply !== undefined && 'value' in reply ? { value: reply.value as Value } : undefined,
        ),
      );
      try {
        this.#started().postMessage({ id, request });
      } catch {
        this.#settle(id, undefined); // Something in it can't be copied.
      }
    });
  }

  #settle(id: number, reply: Reply | undefined): void {
    const settle = this.#waiting.get(id);
    this.#waiting.delete(id);
    settle?.(reply);
  }

  #started(): Worker {
    if (this.#thread !== undefined) return this.#thread;
    const thread = new Worker(this.#program, { execArgv: [], stdout: true, stderr: true });
    thread.on('message', (reply: Reply) => this.#settle(reply.id, reply));
    for (const event of ['error', 'messageerror', 'exit'] as const)
      thread.on(event, () => this.end());
    this.#thread = thread;
    return thread;
  }
}
