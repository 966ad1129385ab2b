import type { AppModel } from '../app/model.ts';
import type { Assessment } from '../assessment/assess.ts';
import type { BuildResult } from '../build/result.ts';
import type { Finding } from '../evidence/finding.ts';
import type { Verdict } from '../fit/verdict.ts';
import type { Note } from '../openapi/model.ts';
import type { AnswerKey, AnswerValue } from '../questions/question.ts';
import type { ServiceModel } from '../service/model.ts';
import type { SmokeResult } from '../smoke/result.ts';
import type { Failure } from '../terminal/failure.ts';
import type { Progress } from '../terminal/progress.ts';
import { failureJson } from '../terminal/report.ts';
import type { FidelityReport } from '../wit/typed-api.ts';
import type { Action, Decision } from '../writing/decide.ts';
import type { Asked } from './ask.ts';
import type { Proof } from './services.ts';

/** What `--json` prints: schemas/result.schema.json. Times in seconds (`ms`: milliseconds), paths absolute. */
export interface RunResult {
  readonly ok: boolean;
  readonly name?: string;
  readonly directory?: string;
  /** Nothing was written. */
  readonly dryRun?: true;
  /** Every planned file, by its path in the project. */
  readonly files?: readonly { readonly path: string; readonly action: Action }[];
  readonly api?: FidelityReport & { readonly notes: readonly Note[] };
  /** Whether the service in the folder should move, with what the verdict goes by. */
  readonly verdict?: Verdict;
  readonly findings?: readonly Finding[];
  /** Answers that nobody gave and the service's files did. */
  readonly found?: readonly FoundAnswer[];
  readonly component?: Omit<BuildResult, 'component'> & { readonly path: string };
  readonly smoke?: SmokeResult;
  /** Of an app: its components, each as it would be alone. */
  readonly components?: readonly ComponentResult[];
  readonly timings: Readonly<Record<string, number>>;
  readonly warnings: readonly string[];
  /** Makes the same project again. */
  readonly command?: string;
  readonly error?: ReturnType<typeof failureJson>;
}

/** An answer, and the place in the service's files that shows it. */
export interface FoundAnswer {
  readonly key: AnswerKey;
  readonly value: AnswerValue;
  readonly shownBy: string;
}

/** A component of an app. */
export interface ComponentResult extends Pick<RunResult, 'api' | 'component' | 'smoke'> {
  readonly name: string;
  /** From the app, with `/`. */
  readonly folder: string;
  readonly routes: readonly string[];
}

/** What a run knows when it ends, well or not. */
export interface Findings {
  readonly asked: Asked | undefined;
  readonly model: ServiceModel | undefined;
  readonly app?: AppModel | undefined;
  readonly decisions: readonly Decision[];
  readonly dryRun: boolean;
  /** By the name of the component; an app has several. */
  readonly proofs: ReadonlyMap<string, Proof>;
  readonly progress: Pick<Progress, 'timings' | 'warnings'> | undefined;
  readonly totalSeconds: number;
}

export function runResult(findings: Findings, failure?: Failure): RunResult {
  const { asked, model, app, decisions, dryRun, proofs, progress, totalSeconds } = findings;
  const proof = app === undefined ? proofs.get(model?.name ?? '') : undefined;
  const smoke = proof?.smoke ?? smokeOf(failure);
  const assessment = asked?.assessment ?? assessmentOf(failure);
  return {
    ok: failure === undefined,
    ...(asked !== undefined && {
      name: asked.answers.name,
      directory: asked.destination.folder,
    }),
    ...(dryRun && { dryRun }),
    ...(decisions.length > 0 && {
      files: decisions.map(({ path, action }) => ({ path, action })),
    }),
    ...(assessment !== undefined && {
      verdict: assessment.verdict,
      findings: assessment.evidence.findings,
      found: asked === undefined ? [] : foundAnswers(asked),
    }),
    ...(model !== undefined && { api: apiOf(model) }),
    ...(proof !== undefined && { component: component(proof.component) }),
    ...(smoke !== undefined && { smoke }),
    ...(app !== undefined && { components: componentsOf(app, proofs) }),
    timings: { ...progress?.timings, total: Math.round(totalSeconds * 1000) / 1000 },
    warnings: progress?.warnings ?? [],
    ...(asked !== undefined && { command: asked.command }),
    ...(failure !== undefined && { error: failureJson(failure) }),
  };
}

function apiOf({ typed, api }: ServiceModel): NonNullable<RunResult['api']> {
  return { ...typed.report, notes: api.notes };
}

function componentsOf(
  { components }: AppModel,
  proofs: Findings['proofs'],
): readonly ComponentResult[] {
  return components.map(({ folder, routes, model }) => {
    const proof = proofs.get(model.name);
    return {
      name: model.name,
      folder,
      routes,
      api: apiOf(model),
      ...(proof !== undefined && { component: component(proof.component), smoke: proof.smoke }),
    };
  });
}

function component({ component: path, ...rest }: BuildResult): NonNullable<RunResult['component']> {
  return { path, ...rest };
}

function foundAnswers({ found }: Asked): readonly FoundAnswer[] {
  return [...found].map(([key, { value, shownBy }]) => ({ key, value, shownBy }));
}

/** A verdict that ends the run is the cause of its failure. */
function assessmentOf(failure: Failure | undefined): Assessment | undefined {
  const cause = failure?.cause;
  const isAssessment = typeof cause === 'object' && cause !== null && 'verdict' in cause;
  return isAssessment && 'evidence' in cause ? (cause as Assessment) : undefined;
}

/** A smoke test that went wrong is the cause of its failure. */
function smokeOf(failure: Failure | undefined): SmokeResult | undefined {
  const cause = failure?.cause;
  const isSmoke = typeof cause === 'object' && cause !== null && 'requests' in cause;
  return isSmoke && 'calls' in cause ? (cause as SmokeResult) : undefined;
}
