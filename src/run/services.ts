import type { AppModel } from '../app/model.ts';
import type { Assessment } from '../assessment/assess.ts';
import type { BuildResult } from '../build/result.ts';
import type { Finding } from '../evidence/finding.ts';
import type { Lang } from '../messages/lang.ts';
import type { ApiModel } from '../openapi/model.ts';
import type { ProjectFile } from '../project/file.ts';
import type { Answers } from '../questions/answers.ts';
import type { ServiceModel } from '../service/model.ts';
import type { KnownInterface, RunContext } from '../service/read-service.ts';
import type { SmokeResult } from '../smoke/result.ts';
import type { Progress } from '../terminal/progress.ts';
import type { Ahead } from './ahead/ahead.ts';

/** What a run calls on: reading, planning, checking, proving. A test gives its own. */
export interface Services {
  /** Has the processes that a run will need load their tools while it asks, reads and plans. */
  prepare(work: { readonly proof: boolean }): Promise<void>;
  /** Reads and judges the service in a folder. */
  assess(folder: string, lang: Lang): Promise<Assessment>;
  readApi(path: string): Promise<ApiModel>;
  /** The components that a service could be, when it could be several. */
  proposeComponents(
    api: ApiModel,
    findings: readonly Finding[] | undefined,
  ): Promise<readonly string[] | undefined>;
  readService(answers: Answers, run: RunContext, known: KnownInterface): Promise<ServiceModel>;
  /** Starts what reads and plans while the user answers. */
  workAhead(): Promise<Ahead | undefined>;
  planProject(model: ServiceModel): Promise<readonly ProjectFile[]>;
  /** Divides a service into the components that are wanted. */
  readApp(model: ServiceModel, components: readonly string[]): Promise<AppModel>;
  planApp(app: AppModel): Promise<readonly ProjectFile[]>;
  /** `files`: WIT text by its path inside the folder `wit/`. */
  checkWit(files: ReadonlyMap<string, string>, world: string): Promise<void>;
  proveProject(model: ServiceModel, directory: string, progress: Progress): Promise<Proof>;
}

export interface Proof {
  readonly component: BuildResult;
  readonly smoke: SmokeResult;
}

/** The real ones, each loaded when it is first needed: jco alone takes a second, and `--help` needs none of it. */
export const services: Services = {
  prepare: async ({ proof }) => {
    (await import('../wit/check/embed.ts')).prepareEmbedding();
    if (proof) (await import('../build/componentizer.ts')).componentizer.prepare();
  },
  assess: async (folder, lang) =>
    (await import('../assessment/assess.ts')).assessFolder(folder, {
      target: undefined,
      today: new Date(),
      lang,
    }),
  readApi: async (path) => (await import('../openapi/read-api.ts')).readApi(path),
  proposeComponents: async (api, findings) =>
    (await import('../app/read-app.ts')).proposedNames(api, findings),
  readService: async (answers, run, known) =>
    (await import('../service/read-service.ts')).readService(answers, run, known),
  workAhead: async () => new (await import('./ahead/ahead.ts')).Ahead(),
  planProject: async (model) => (await import('../project/plan.ts')).planProject(model),
  readApp: async (model, components) =>
    (await import('../app/read-app.ts')).readApp(model, components),
  planApp: async (app) => (await import('../app/plan-app.ts')).planApp(app),
  checkWit: async (files, world) => (await import('../wit/check/check.ts')).checkWit(files, world),
  proveProject: async (model, directory, progress) =>
    (await import('../build/prove.ts')).proveProject(model, directory, progress),
};
