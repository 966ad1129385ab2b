import { dirname, relative } from 'node:path';
import { MANAGERS } from '../project/package-manager.ts';
import type { ServiceModel } from '../service/model.ts';
import type { Style } from '../terminal/style.ts';
import { shellWord } from '../text/shell-word.ts';
import type { Action, Decision } from '../writing/decide.ts';
import { describeProof } from './proved.ts';
import type { Proof } from './services.ts';

/** The plan of a dry run: every file with what becomes of it, and why it is there. */
export function describePlan(decisions: readonly Decision[], style: Style): string {
  const width = Math.max(...decisions.map(({ path }) => path.length));
  return decisions
    .map(
      ({ action, path, why }) => `  ${action.padEnd(9)} ${path.padEnd(width)}  ${style.dim(why)}`,
    )
    .join('\n');
}

/** `29 created`, or `1 updated, 27 identical, 1 kept`. */
export function countActions(decisions: readonly Decision[]): string {
  const words: readonly (readonly [Action, string])[] = [
    ['create', 'created'],
    ['update', 'updated'],
    ['overwrite', 'overwritten'],
    ['remove', 'removed'],
    ['identical', 'identical'],
    ['keep', 'kept'],
    ['conflict', 'in conflict'],
  ];
  return words
    .map(([action, word]) => [
      decisions.filter((decision) => decision.action === action).length,
      word,
    ])
    .filter(([count]) => count !== 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(', ');
}

export interface Outcome {
  readonly model: ServiceModel;
  readonly directory: string;
  readonly cwd: string;
  readonly installed: boolean;
  readonly proof: Proof | undefined;
  /** Show every request of the proof. */
  readonly verbose: boolean;
  /** Of the terminal, where it is one. */
  readonly columns?: number | undefined;
}

/** The last words of a run: what is proven, and what to do next, ready to copy. */
export function describeOutcome(outcome: Outcome, style: Style): string {
  const { model, directory, cwd, installed, proof, verbose, columns } = outcome;
  const manager = MANAGERS[model.packageManager];
  const folder = relative(cwd, directory);
  const steps: (readonly [string, string])[] = [];
  if (folder !== '') steps.push([`cd ${shellWord(folder.replaceAll('\\', '/'))}`, '']);
  if (!installed) steps.push([manager.install, '']);
  steps.push([manager.test, 'unit tests, then the component over HTTP']);
  return [
    ...(proof === undefined
      ? []
      : ['', describeProof(proof.smoke, style, { all: verbose, columns })]),
    ...(verbose ? slowness(proof, style) : []),
    '',
    headline(outcome, style),
    ...needsLine(proof),
    '',
    ...commandLines(steps, style),
    '',
    ...yourTurn(model),
    ...planPointer(model),
    sameAgain(model.command, cwd, directory),
  ].join('\n');
}

/** Commands to copy, with what each is for behind it. */
export function commandLines(
  steps: readonly (readonly [command: string, why: string])[],
  style: Style,
): readonly string[] {
  const width = Math.max(...steps.map(([command]) => command.length));
  return steps.map(([command, why]) =>
    why === '' ? `  ${command}` : `  ${command.padEnd(width)}  ${style.dim(why)}`,
  );
}

/** The command that makes the same project again. */
export function sameAgain(command: string, cwd: string, directory: string): string {
  return `The same again${inParent(cwd, directory)}: ${command}`;
}

/** The command is for the folder that holds the project; said when the user is somewhere else. */
function inParent(cwd: string, directory: string): string {
  const parent = relative(cwd, dirname(directory));
  return parent === '' ? '' : `, in ${shellWord(parent.replaceAll('\\', '/'))}`;
}

function slowness(proof: Proof | undefined, style: Style): readonly string[] {
  const reason = proof?.component.fallback;
  if (reason === undefined) return [];
  return [style.dim(`  componentize-js made the component alone, which takes longer: ${reason}`)];
}

function headline({ model, proof, directory }: Outcome, style: Style): string {
  const name = style.bold(model.name);
  if (proof === undefined)
    return `${name} is written to ${directory}; nothing was built or proven.`;
  const { component, smoke } = proof;
  const size = (component.bytes / 1024 / 1024).toFixed(1);
  const operations = count(model.typed.report.emitted, 'operation');
  return `${style.green(style.symbols.done)} ${name} works: ${operations}, ${count(smoke.passed, 'check')} passed, a component of ${size} MB.`;
}

/** What the component found of what it needs, and what could not be shown here. */
function needsLine(proof: Proof | undefined): readonly string[] {
  const needs = proof?.smoke.needs ?? [];
  const named = (proven: boolean) =>
    needs
      .filter((one) => one.proven === proven)
      .map(({ need }) => need)
      .join(', ');
  const [found, open] = [named(true), named(false)];
  return [
    ...(found === '' ? [] : [`It has what it needs: ${found}.`]),
    ...(open === '' ? [] : [`Not proven, for want of a server here: ${open}.`]),
  ];
}

/** Where the plan of the move is, when there is one. */
export function planPointer({ assessment }: ServiceModel): readonly string[] {
  return assessment === undefined ? [] : ['The plan of the move, with every source: MIGRATION.md.'];
}

function yourTurn(model: ServiceModel): readonly string[] {
  const file = `src/${model.name}.${model.language}`;
  if (model.interface.kind === 'starter') return [`Your code is in ${file}.`];
  const answer = model.stubs === 'examples' ? "the document's example" : '501';
  return [`Your code goes into ${file}: an operation answers ${answer} until you write it.`];
}

/** `1 operation`, `2 operations`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
