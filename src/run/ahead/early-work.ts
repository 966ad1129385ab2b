import { proposedNames } from '../../app/read-app.ts';
import type { Finding } from '../../evidence/finding.ts';
import type { ApiModel } from '../../openapi/model.ts';
import { readApi } from '../../openapi/read-api.ts';
import { planProject } from '../../project/plan.ts';
import type { Answers } from '../../questions/answers.ts';
import type { ApiFacts } from '../../questions/question.ts';
import { type KnownInterface, type RunContext, readService } from '../../service/read-service.ts';
import type { Planned } from '../documents.ts';

/** What a plan is made from. */
export interface PlanJob {
  readonly answers: Answers;
  readonly run: RunContext;
}

/** What the other thread may be asked. */
export type Request =
  | { readonly kind: 'read'; readonly path: string }
  | {
      readonly kind: 'propose';
      readonly path: string;
      readonly findings: readonly Finding[] | undefined;
    }
  /** Nobody waits for it: it is made because it is likely to be wanted. */
  | { readonly kind: 'foresee'; readonly job: PlanJob }
  | { readonly kind: 'plan'; readonly job: PlanJob };

/**
 * Reads documents and plans projects while the user still answers. Nothing is done twice: of what was done for other
 * answers that is kept which doesn't depend on them.
 */
export class EarlyWork {
  readonly #apis = new Map<string, Promise<ApiModel>>();
  #typed: { readonly key: string; readonly known: KnownInterface } | undefined;
  #planned: { readonly key: string; readonly plan: Promise<Planned['plan']> } | undefined;
  #newest: PlanJob | undefined;

  /** @throws what reading and planning throw */
  async answer(request: Request): Promise<unknown> {
    switch (request.kind) {
      case 'read': {
        const { title, version, description, basePath } = await this.#read(request.path);
        return { title, version, description, basePath } satisfies ApiFacts;
      }
      case 'propose':
        return proposedNames(await this.#read(request.path), request.findings);
      case 'foresee':
        await this.#plan(request.job);
        return undefined;
      case 'plan':
        return this.#plan(request.job);
    }
  }

  #read(path: string): Promise<ApiModel> {
    const api = this.#apis.get(path) ?? readApi(path);
    this.#apis.set(path, api);
    // Whoever corrects it and names it again wants it read again.
    api.catch(() => this.#apis.delete(path));
    return api;
  }

  /** @returns `undefined` when answers came meanwhile that this plan is not for */
  async #plan(job: PlanJob): Promise<Planned | undefined> {
    const { answers, run } = job;
    this.#newest = job;
    if (answers.from === undefined) return undefined;
    const api = await this.#read(answers.from);
    await messages();
    if (this.#newest !== job) return undefined;
    const model = await readService(answers, run, this.#known(api, answers));
    const { typed } = model;
    this.#typed = { key: typingKey(answers), known: { api, typed } };
    // An app is divided first, by what this thread doesn't know.
    if ((answers.components ?? []).length > 0) return { api, typed, plan: undefined };
    await messages();
    if (this.#newest !== job) return undefined;
    const key = planKey(job);
    if (this.#planned?.key !== key) this.#planned = { key, plan: planProject(model) };
    return { api, typed, plan: await this.#planned.plan };
  }

  #known(api: ApiModel, answers: Answers): KnownInterface {
    return this.#typed?.key === typingKey(answers) ? this.#typed.known : { api };
  }
}

/** The answers on which the types of a document depend. */
function typingKey({ from, name, namespace, version, basePath }: Answers): string {
  return JSON.stringify([from, name, namespace, version, basePath]);
}

/** What a plan depends on, as one text: all that `job` says but what only this run does afterwards. */
export function planKey({ answers, run }: PlanJob): string {
  const { git: _git, install: _install, components, ...rest } = answers;
  const { destination, command, assessment } = run;
  const service = assessment === undefined ? [] : [assessment.evidence.folder, assessment.lang];
  const given = Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([given, components ?? [], destination, command, service]);
}

/** Lets messages arrive that came while this thread was at work. */
function messages(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
