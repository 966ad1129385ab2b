/**
 * The flags that are no answers: what a run does, not what is written. Declared once; parsing, `--help` and the
 * README's table are made from this list.
 */
export const runFlags = [
  {
    flag: 'out',
    kind: 'value',
    placeholder: 'DIR',
    help: 'Where to write (default: ./NAME, or here when the project is here)',
  },
  {
    flag: 'answers',
    kind: 'value',
    placeholder: 'FILE',
    help: 'JSON or YAML with any answer; schema: schemas/answers.schema.json',
  },
  {
    flag: 'yes',
    short: 'y',
    kind: 'switch',
    help: 'Ask nothing: take defaults for what is not given (also without a terminal, or with CI set)',
  },
  {
    flag: 'no-build',
    kind: 'switch',
    help: 'Write only: no bundle, no component, no smoke test',
  },
  {
    flag: 'dry-run',
    kind: 'switch',
    help: 'List what would be written and why; write nothing, run nothing',
  },
  {
    flag: 'on-conflict',
    kind: 'choice',
    choices: ['ask', 'skip', 'overwrite', 'fail'],
    help: 'When a file was edited (default: ask in a terminal, else fail)',
  },
  {
    flag: 'strict-fit',
    kind: 'switch',
    help: 'Exit with 3 when the verdict on the service is to stay on containers; nothing is written',
  },
  { flag: 'json', kind: 'switch', help: 'One JSON object on stdout; everything else on stderr' },
  {
    flag: 'verbose',
    kind: 'switch',
    help: 'Show every file, and the stack of an unexpected error',
  },
  { flag: 'help', short: 'h', kind: 'switch', help: 'Print this' },
  { flag: 'version', kind: 'switch', help: 'Print the version of the generator' },
] as const satisfies readonly RunFlag[];

export interface RunFlag {
  /** Without its dashes. */
  readonly flag: string;
  readonly short?: string;
  readonly kind: 'switch' | 'value' | 'choice';
  readonly placeholder?: string;
  readonly choices?: readonly string[];
  readonly help: string;
}

export type RunFlagName = (typeof runFlags)[number]['flag'];

export type OnConflict = 'ask' | 'skip' | 'overwrite' | 'fail';

/** The run flags of one run. */
export interface RunOptions {
  readonly out: string | undefined;
  readonly answers: string | undefined;
  readonly onConflict: OnConflict | undefined;
  readonly yes: boolean;
  readonly noBuild: boolean;
  readonly dryRun: boolean;
  /** End with code 3 where the verdict is to stay. */
  readonly strictFit: boolean;
  readonly json: boolean;
  readonly verbose: boolean;
  readonly help: boolean;
  readonly version: boolean;
}
