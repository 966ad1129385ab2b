import { questions } from '../questions/index.ts';
import type { Question } from '../questions/question.ts';
import { runFlags } from './run-flags.ts';

/** The README's tables of questions and run flags, in Markdown. */
export function flagTables(): string {
  const asked = questions.map((question) => [
    flagCell(question),
    code(question.key),
    `${question.help}${choicesText(question)}`,
    question.defaultText ?? '',
  ]);
  const run = runFlags.map((declared) => [
    code(`--${declared.flag}${valueText(declared)}`),
    declared.help,
  ]);
  return [
    table(['flag', 'answers file', 'meaning', 'default'], asked),
    table(['flag', 'meaning'], run),
  ].join('\n\n');
}

/** How a flag's value is written in help texts: ` NAME`, ` ts|js`, or nothing for a switch. */
export function valueText(declared: {
  readonly kind: string;
  readonly placeholder?: string;
  readonly choices?: readonly (string | { readonly value: string })[];
}): string {
  if (declared.placeholder !== undefined) return ` ${declared.placeholder}`;
  if (declared.choices === undefined) return '';
  const values = declared.choices.map((choice) =>
    typeof choice === 'string' ? choice : choice.value,
  );
  return ` ${values.join('|')}`;
}

function flagCell(question: Question): string {
  if (question.kind === 'switch')
    return `${code(`--${question.flag}`)}, ${code(`--${question.offFlag}`)}`;
  if (question.kind === 'choice') return code(`--${question.flag}`);
  return code(`--${question.flag}${valueText(question)}`);
}

function choicesText(question: Question): string {
  if (question.kind !== 'choice' && question.kind !== 'several') return '';
  return `: ${question.choices.map(({ value }) => code(value)).join(', ')}`;
}

function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``;
}

/** With columns of one width, as Biome formats Markdown. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[], fill: string): string =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width, fill)).join(' | ')} |`;
  return [line(head, ' '), line([], '-'), ...rows.map((row) => line(row, ' '))].join('\n');
}
