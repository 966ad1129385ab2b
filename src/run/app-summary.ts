import { relative } from 'node:path';
import type { AppModel } from '../app/model.ts';
import { MANAGERS } from '../project/package-manager.ts';
import type { Style } from '../terminal/style.ts';
import { shellWord } from '../text/shell-word.ts';
import { describeProof } from './proved.ts';
import type { Proof } from './services.ts';
import { commandLines, count, planPointer, sameAgain } from './summary.ts';

export interface AppOutcome {
  readonly app: AppModel;
  readonly directory: string;
  readonly cwd: string;
  readonly installed: boolean;
  /** By the names of components; none where nothing was built. */
  readonly proofs: ReadonlyMap<string, Proof>;
  readonly verbose: boolean;
  /** Of the terminal, where it is one. */
  readonly columns?: number | undefined;
}

/** The last words of a run that made an app: what is proven of each component, and what to do next. */
export function describeAppOutcome(outcome: AppOutcome, style: Style): string {
  const { app, directory, cwd, installed, proofs, verbose, columns } = outcome;
  const manager = MANAGERS[app.service.packageManager];
  const folder = relative(cwd, directory).replaceAll('\\', '/');
  const steps: readonly (readonly [string, string])[] = [
    ...(folder === '' ? [] : [[`cd ${shellWord(folder)}`, ''] as const]),
    ...(installed ? [] : [[manager.install, ''] as const]),
    [manager.test, 'of each component: unit tests, then the component over HTTP'],
  ];
  return [
    ...(verbose
      ? [...proofs.values()].map(
          ({ smoke }) => `\n${describeProof(smoke, style, { all: true, columns })}`,
        )
      : []),
    '',
    headline(outcome, style),
    ...app.components.map(({ model, routes }) => {
      const where = routes.length === 1 ? routes[0] : `${routes.length} routes`;
      const proof = proofs.get(model.name);
      const operations = count(model.typed.report.emitted, 'operation');
      return `  ${style.bold(model.name)}: ${operations} at ${where}${proof === undefined ? '' : `, ${proven(proof)}`}`;
    }),
    '',
    ...commandLines(steps, style),
    '',
    `Your code goes into components/*/src: an operation answers ${app.service.stubs === 'examples' ? "the document's example" : '501'} until you write it.`,
    ...planPointer(app.service),
    sameAgain(app.service.command, cwd, directory),
  ].join('\n');
}

function headline({ app, directory, proofs }: AppOutcome, style: Style): string {
  const name = style.bold(app.service.name);
  const components = count(app.components.length, 'component');
  if (proofs.size === 0) {
    return `${name} is written to ${directory}: ${components}; nothing was built or proven.`;
  }
  return `${style.green(style.symbols.done)} ${name} works: ${components}, each built and called on its own.`;
}

function proven({ component, smoke }: Proof): string {
  const size = (component.bytes / 1024 / 1024).toFixed(1);
  return `${count(smoke.passed, 'check')} passed, ${size} MB`;
}
