import { questions } from '../questions/index.ts';
import type { Question } from '../questions/question.ts';
import { wrap } from '../text/wrap.ts';
import { valueText } from './reference.ts';
import { type RunFlag, runFlags } from './run-flags.ts';

const WIDTH = 100;
const COLUMN = 34;

/** What `--help` prints: made from the declarations, so it can't forget a flag. */
export function helpText(): string {
  return [
    'From the service you run today to a WebAssembly component that builds and answers HTTP.',
    '',
    'Usage',
    '  npx generator-wasm-component [name] [flags]',
    '  yo wasm-component [name] [flags]',
    '  npx generator-wasm-component wit DOCUMENT            converts an OpenAPI document to WIT, no more',
    '  npx generator-wasm-component assess FOLDER           judges whether a service should move, no more',
    '  npx generator-wasm-component check [spin.toml]       checks a Spin manifest by the rules of Spin',
    '',
    'Examples',
    '  npx generator-wasm-component                          asks a handful of questions',
    '  npx generator-wasm-component --yes                    a small edge function, nothing asked',
    '  npx generator-wasm-component orders --from openapi.yaml',
    '  npx generator-wasm-component --from ../orders         judges the service in a folder first',
    '  npx generator-wasm-component orders --operation "GET /orders" --operation "GET /orders/{id}"',
    '  npx generator-wasm-component --answers answers.yaml --yes --json',
    '',
    'Answers (whatever is not given is asked; without a terminal, the default is taken)',
    ...questions.flatMap(questionLines),
    '',
    'What the run does',
    ...runFlags.flatMap(flagLines),
    '',
    'Exit codes',
    '  0    green',
    '  1    the proof failed; the project is kept and the cause is named',
    '  2    bad input or usage; nothing was written',
    '  3    the verdict is to stay on containers, with --strict-fit; nothing was written',
    '  130  cancelled; nothing was written',
    '',
  ].join('\n');
}

export function questionLines(question: Question): readonly string[] {
  const left =
    question.kind === 'switch'
      ? `--${question.flag}, --${question.offFlag}`
      : `--${question.flag}${question.kind === 'choice' ? ' VALUE' : valueText(question)}`;
  const values =
    'choices' in question ? `: ${question.choices.map(({ value }) => value).join(', ')}` : '';
  const fallback = question.defaultText === undefined ? '' : ` (default: ${question.defaultText})`;
  return columns(left, `${question.help}${values}${fallback}`);
}

export function flagLines(declared: RunFlag): readonly string[] {
  const short = declared.short === undefined ? '' : `-${declared.short}, `;
  return columns(`${short}--${declared.flag}${valueText(declared)}`, declared.help);
}

/** A flag and its text, wrapped in the second column; a flag too wide for the first stands on its own line. */
export function columns(left: string, right: string): readonly string[] {
  const lines = wrap(right, WIDTH - COLUMN);
  const indent = ' '.repeat(COLUMN);
  const first = `  ${left}`;
  if (first.length + 2 > COLUMN) return [first, ...lines.map((line) => indent + line)];
  return lines.map((line, index) => (index === 0 ? first.padEnd(COLUMN) : indent) + line);
}
