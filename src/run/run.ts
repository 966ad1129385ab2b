import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { CommandLine } from '../command-line/command-line.ts';
import { helpText } from '../command-line/help.ts';
import { packageRoot } from '../project/package-root.ts';
import { createProgress } from '../terminal/create-progress.ts';
import { badInput, cancelled, type Failure } from '../terminal/failure.ts';
import { endAtInterrupt, holdInterrupts } from '../terminal/interrupt.ts';
import { type Ask, chooseAsk, isCi } from '../terminal/prompt.ts';
import { asFailure, describeFailure, ReportedFailure } from '../terminal/report.ts';
import { createStyle, type Style, wantsColor, wantsUnicode } from '../terminal/style.ts';
import { commitChanges } from '../writing/commit.ts';
import type { Decision } from '../writing/decide.ts';
import { describeAppOutcome } from './app-summary.ts';
import { type Asked, askAnswers } from './ask.ts';
import type { Context } from './context.ts';
import { decideFiles } from './decide-files.ts';
import { Documents } from './documents.ts';
import { initGit, installDependencies } from './finish.ts';
import { type Host, print } from './host.ts';
import {
  type Memory,
  type MemoryEditor,
  markWritten,
  stageChanges,
  stagedChanges,
} from './memory.ts';
import { runResult } from './result.ts';
import type { Proof, Services } from './services.ts';
import { countActions, describeOutcome, describePlan } from './summary.ts';
import { type Understood, understand } from './understand.ts';

/**
 * One run, phase by phase; both doors call the same phases in the same order. What a phase finds out, later ones use.
 *
 * A phase that fails reports: with `--json` the result goes to stdout, and the error that leaves is a ReportedFailure.
 */
export class Run {
  readonly #host: Host;
  readonly #services: Services;
  readonly #style: Style;
  readonly #startedAt = performance.now();
  #context: Context | undefined;
  #ask: Ask | undefined;
  #asked: Asked | undefined;
  #understood: Understood | undefined;
  #decisions: readonly Decision[] = [];
  #installed = false;
  /** By the name of the component; an app has several. */
  readonly #proofs = new Map<string, Proof>();
  /** Whether nothing is left to do: after `--help` and `--version`, and after a failure. */
  #isOver = false;
  #wantsJson = false;

  constructor(host: Host, services: Services) {
    this.#host = host;
    this.#services = services;
    this.#style = createStyle({
      color: wantsColor(host.stderr, host.env),
      unicode: wantsUnicode(host.env, host.platform),
    });
  }

  /**
   * Reads the flags; answers `--help` and `--version`.
   *
   * @param wantsJson - whether a failure to read them is to be told as JSON
   */
  start(readLine: () => CommandLine, wantsJson: boolean): Promise<void> {
    this.#wantsJson = wantsJson;
    return this.#phase(async () => {
      if (this.#host.cwd === '') throw noWorkingDirectory();
      const line = readLine();
      this.#wantsJson = line.options.json;
      if (line.options.help || line.options.version) {
        this.#isOver = true;
        await print(this.#host.stdout, line.options.help ? helpText() : `${packageVersion()}\n`);
        return;
      }
      const { stderr } = this.#host;
      const progress = createProgress({
        stream: stderr,
        interactive: stderr.isTTY === true && !isCi(this.#host.env),
        style: this.#style,
      });
      const [host, services, style] = [this.#host, this.#services, this.#style];
      const documents = new Documents(services);
      this.#context = { host, services, documents, style, line, progress };
      await services.prepare({ proof: !line.options.dryRun && !line.options.noBuild });
    });
  }

  /**
   * Gathers the answers, from the user too when one is there.
   *
   * @param adapter - Yeoman's, whose host may ask in its own way; `undefined` where there is none
   */
  ask(adapter: unknown): Promise<void> {
    return this.#phase(async () => {
      const context = known(this.#context);
      this.#ask = chooseAsk(adapter, this.#host, context.line.options);
      this.#asked = await askAnswers(context, this.#ask);
    });
  }

  /** Reads the service, plans the project, checks the plan. */
  understand(): Promise<void> {
    return this.#phase(async () => {
      this.#understood = await understand(known(this.#context), known(this.#asked));
    });
  }

  /** Decides what becomes of every file and puts the changes into memory. */
  decide(editor: MemoryEditor): Promise<void> {
    return this.#phase(async () => {
      const [context, asked] = [known(this.#context), known(this.#asked)];
      const { plan } = known(this.#understood);
      this.#decisions = await decideFiles(context, asked, plan, this.#ask);
      if (!context.line.options.dryRun) {
        stageChanges(editor, asked.destination.folder, this.#decisions);
      }
    });
  }

  /** Writes all changes, or none. */
  commit(memory: Memory): Promise<void> {
    return this.#phase(async () => {
      const { line, progress } = known(this.#context);
      const { folder } = known(this.#asked).destination;
      if (line.options.dryRun) return;
      await progress.step(
        'write',
        `Write the project (${countActions(this.#decisions)})`,
        async () => {
          const changes = stagedChanges(memory, folder, this.#decisions);
          await holdInterrupts((interruption) => commitChanges(folder, changes, interruption));
          markWritten(memory, folder, this.#decisions);
        },
      );
      for (const { action, path, why } of this.#decisions) {
        if (action === 'keep') progress.note(`${path} stays as it is: ${why}`);
        else if (line.options.verbose) progress.note(`${action} ${path}`);
      }
    });
  }

  /** Installs dependencies and makes the repository, when the answers say so. */
  install(): Promise<void> {
    return this.#phaseOfOthers(async () => {
      const { line, progress } = known(this.#context);
      const { answers, destination } = known(this.#asked);
      if (line.options.dryRun) return;
      const { packageManager } = answers;
      if (answers.install) {
        await progress.step('install', `Install its dependencies with ${packageManager}`, () =>
          installDependencies(destination.folder, packageManager),
        );
        this.#installed = true;
      }
      const repository = answers.git ? await initGit(destination.folder) : undefined;
      if (repository === 'made') progress.note('It is a Git repository now; nothing is committed.');
      if (repository === 'missing') progress.warn('Git is missing: no repository was made.');
    });
  }

  /** Proves the project, unless told not to, and says how the run ended. */
  finish(): Promise<void> {
    return this.#phaseOfOthers(async () => {
      const context = known(this.#context);
      const { dryRun, noBuild, json } = context.line.options;
      const { folder } = known(this.#asked).destination;
      if (!dryRun && !noBuild) {
        await this.#prove(folder);
        await this.#record(folder);
      }
      await print(this.#host.stderr, `${dryRun ? this.#plan() : this.#outcome()}\n`);
      if (json) await this.#printJson(undefined);
    });
  }

  /** Proves each component on its own, one after the other. */
  async #prove(directory: string): Promise<void> {
    const { services, progress } = known(this.#context);
    const { model, app } = known(this.#understood);
    for (const component of app?.components ?? [{ folder: '', model }]) {
      const { name } = component.model;
      if (app !== undefined) progress.note(`Component ${name}`);
      const folder = join(directory, component.folder);
      this.#proofs.set(name, await services.proveProject(component.model, folder, progress));
    }
  }

  /** Writes what the proofs measured into the plan of the move, when there is one. */
  async #record(folder: string): Promise<void> {
    const { model } = known(this.#understood);
    if (model.assessment === undefined) return;
    const { recordMeasurements } = await import('./measure.ts');
    const { timings } = known(this.#context).progress;
    await recordMeasurements(folder, model.assessment.lang, this.#proofs, timings);
  }

  #plan(): string {
    const { folder } = known(this.#asked).destination;
    const shown = relative(this.#host.cwd, folder) || folder;
    return [
      '',
      `Nothing was written. A run would write to ${shown}: ${countActions(this.#decisions)}.`,
      '',
      describePlan(this.#decisions, this.#style),
    ].join('\n');
  }

  #outcome(): string {
    const { model, app } = known(this.#understood);
    const outcome = {
      directory: known(this.#asked).destination.folder,
      cwd: this.#host.cwd,
      installed: this.#installed,
      verbose: known(this.#context).line.options.verbose,
      columns: this.#host.stderr.columns,
    };
    return app === undefined
      ? describeOutcome({ ...outcome, model, proof: this.#proofs.get(model.name) }, this.#style)
      : describeAppOutcome({ ...outcome, app, proofs: this.#proofs }, this.#style);
  }

  async #phase(work: () => Promise<void>): Promise<void> {
    if (this.#isOver) return;
    try {
      await work();
    } catch (error) {
      this.#isOver = true;
      this.#context?.documents.end();
      throw await this.#reported(asFailure(error));
    }
  }

  /** A phase after the writing, whose work other programs do. Ctrl-C leaves a project, and says so. */
  #phaseOfOthers(work: () => Promise<void>): Promise<void> {
    const farewell = async (): Promise<void> => {
      this.#isOver = true;
      const { line, progress } = known(this.#context);
      const { folder } = known(this.#asked).destination;
      const left = `The project in ${folder} is complete; it was not proven.`;
      const failure = line.options.dryRun ? cancelled() : cancelled(left);
      progress.clear();
      await print(this.#host.stderr, `${(await this.#reported(failure)).message}\n`);
    };
    return this.#phase(() => endAtInterrupt(farewell, work));
  }

  /** Tells a failure as JSON when that is wanted, and makes the report for people. */
  async #reported(failure: Failure): Promise<ReportedFailure> {
    // Where even this can't be written, the report is what is left.
    if (this.#wantsJson) await this.#printJson(failure).catch(() => {});
    const report = describeFailure(failure, {
      style: this.#style,
      cwd: this.#host.cwd,
      verbose: this.#context?.line.options.verbose ?? false,
    });
    return new ReportedFailure(report, failure);
  }

  async #printJson(failure: ReturnType<typeof asFailure> | undefined): Promise<void> {
    const result = runResult(
      {
        asked: this.#asked,
        model: this.#understood?.model,
        app: this.#understood?.app,
        decisions: this.#decisions,
        dryRun: this.#context?.line.options.dryRun ?? false,
        proofs: this.#proofs,
        progress: this.#context?.progress,
        totalSeconds: (performance.now() - this.#startedAt) / 1000,
      },
      failure,
    );
    await print(this.#host.stdout, `${JSON.stringify(result, undefined, 2)}\n`);
  }
}

function noWorkingDirectory(): Failure {
  return badInput('The working directory is not there any more.', {
    hint: 'Change to a folder that exists.',
  });
}

/** A phase uses what an earlier one found; the doors keep the order. */
function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('A phase ran before the one it needs.');
  return value;
}

function packageVersion(): string {
  return JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')).version;
}
