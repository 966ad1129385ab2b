import type { Finding } from '../evidence/finding.ts';
import type { ApiModel } from '../openapi/model.ts';
import type { ProjectFile } from '../project/file.ts';
import type { ApiFacts } from '../questions/question.ts';
import type { KnownInterface } from '../service/read-service.ts';
import type { Ahead } from './ahead/ahead.ts';
import type { PlanJob } from './ahead/early-work.ts';
import type { Services } from './services.ts';

/** The interface of a service with the plan of its project, where that is known. */
export interface Planned extends KnownInterface {
  readonly plan: readonly ProjectFile[] | undefined;
}

type Reading = Pick<Services, 'readApi' | 'proposeComponents' | 'workAhead'>;

/**
 * The documents of one run, each read once. Where somebody is asked, another thread reads them, and plans the project for
 * the answers that are likely while others are still being given.
 */
export class Documents {
  readonly #services: Reading;
  readonly #apis = new Map<string, ApiModel>();
  #ahead: Ahead | undefined;

  constructor(services: Reading) {
    this.#services = services;
  }

  /**
   * From now on somebody is asked, and there is time.
   *
   * @param path - of the document, when it is known before the first question
   */
  async workAhead(path: unknown): Promise<void> {
    this.#ahead ??= await this.#services.workAhead();
    if (typeof path === 'string') void this.#ahead?.read(path);
  }

  /** @throws Failure (code 2) when the document can't be read or used */
  async facts(path: string): Promise<ApiFacts> {
    return (await this.#ahead?.read(path))?.value ?? this.#read(path);
  }

  /** The components that a service could be, when it could be several. */
  async components(
    path: string,
    findings: readonly Finding[] | undefined,
  ): Promise<readonly string[] | undefined> {
    const early = await this.#ahead?.propose(path, findings);
    if (early !== undefined) return early.value;
    return this.#services.proposeComponents(await this.#read(path), findings);
  }

  /** Tells what the answers will be if the user takes what is proposed. */
  foresee(job: PlanJob): void {
    this.#ahead?.foresee(job);
  }

  /** What is known of a service when its answers are: read, and where somebody was asked, planned. */
  async known(job: PlanJob): Promise<Partial<Planned>> {
    const planned = await this.#ahead?.plan(job);
    this.end();
    const api = this.#apis.get(job.answers.from ?? '');
    return planned ?? (api === undefined ? {} : { api });
  }

  /** Nothing is wanted ahead any more. */
  end(): void {
    this.#ahead?.end();
  }

  async #read(path: string): Promise<ApiModel> {
    const api = this.#apis.get(path) ?? (await this.#services.readApi(path));
    this.#apis.set(path, api);
    return api;
  }
}
