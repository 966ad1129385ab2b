import type { Source } from '../facts/fact.ts';
import type { HostChoice, Stack, StackInterface } from '../fit/stack/recommend.ts';
import type { PartVerdict, Reason } from '../fit/verdict.ts';
import type { Style } from '../terminal/style.ts';
import { printable } from '../text/quote.ts';
import { wrap } from '../text/wrap.ts';
import type { Assessment } from './assess.ts';
import { ageWords, cutText, effortWords, OUTCOMES, places, signed } from './words.ts';

const WIDTH = 96;

/** The assessment as a terminal shows it. */
export function terminalReport(assessment: Assessment, style: Style): string {
  const { verdict, stack, next, facts } = assessment;
  const forIt = verdict.reasons.filter(({ verdict: of }) => of === 'go');
  const against = verdict.reasons.filter(({ verdict: of }) => of !== 'go');
  const effort = effortWords(verdict.effort);
  const sections: readonly (readonly string[])[] = [
    headline(assessment, style),
    section('Each service on its own', verdict.parts.flatMap(partLines), style),
    section('For a move', forIt.flatMap(briefLines), style),
    section('Against it', against.flatMap(reasonLines), style),
    section('Only hinted at, not counted: have a look', verdict.toCheck.flatMap(briefLines), style),
    section('To write again, if all of it moved', effort === '' ? [] : paragraph(effort, 2), style),
    section('Stack', verdict.outcome === 'stay' ? [] : stackLines(stack), style),
    section(
      'Next',
      next.flatMap(({ text, command }, index) => [
        ...hanging(`${index + 1}. `, text),
        ...(command === undefined ? [] : [`     ${printable(command)}`]),
      ]),
      style,
    ),
    [style.dim(`${ageWords(facts)} All sources: --markdown or --json.`)],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function headline({ verdict }: Assessment, style: Style): readonly string[] {
  const paint = { go: style.green, partial: style.yellow, stay: style.red }[verdict.outcome];
  const words = `${OUTCOMES[verdict.outcome]}: ${verdict.score} of 100.`;
  const doubt =
    verdict.confidence === 'low'
      ? ['  Low confidence: little was found in this folder that tells what the service does.']
      : [];
  return [style.bold(paint(words)), ...paragraph(verdict.because, 2), ...doubt];
}

function section(title: string, lines: readonly string[], style: Style): readonly string[] {
  return lines.length === 0 ? [] : [style.bold(title), ...lines];
}

function briefLines({ id, points, weight, title, findings }: Reason): readonly string[] {
  const mark = `${signed(points).padStart(3)}  `;
  const [head = '', ...rest] = hanging(mark, `${title}${cutText({ points, weight })}`);
  return [head, ...rest, ...paragraph(`${placesText(findings)} [${id}]`, 7)];
}

function reasonLines(reason: Reason): readonly string[] {
  return [
    ...briefLines(reason),
    ...paragraph(reason.why, 7),
    ...paragraph(`Instead: ${reason.instead}`, 7),
    ...reason.sources.slice(0, 1).flatMap((source) => paragraph(sourceText(source), 7)),
  ];
}

function partLines({ folder, outcome, score, stays }: PartVerdict): readonly string[] {
  const staying = stays.length === 0 ? '' : `. ${stays.join('; ')}`;
  return hanging('- ', `${folder}: ${OUTCOMES[outcome]}, ${score} of 100${staying}`);
}

function sourceText({ url, date }: Source): string {
  return `Source: ${url} (${date})`;
}

function placesText(findings: Reason['findings']): string {
  const { first, more } = places(findings, 3);
  return `${first.join(', ')}${more === 0 ? '' : ` and ${more} more`}`;
}

function stackLines(stack: Stack): readonly string[] {
  const { host, because, others, interfaces, languages, limits } = stack;
  return [
    ...paragraph(`${host.name} (${host.version}): ${because}`, 2),
    ...interfaces.flatMap((one) => hanging('- ', interfaceText(one))),
    ...hanging('- ', `It can't ${host.cannot.join('; ')}.`),
    ...host.sources.slice(0, 1).flatMap((source) => paragraph(sourceText(source), 4)),
    ...languages.flatMap(({ language, part, why }) =>
      hanging('- ', `${language} for ${part}: ${why}`),
    ),
    ...limits.flatMap(({ says, sources: [source] }) => [
      ...hanging('- ', `JavaScript: ${says}`),
      ...(source === undefined ? [] : paragraph(sourceText(source), 4)),
    ]),
    ...paragraph(`Or: ${others.map(otherText).join('; ')}.`, 2),
  ];
}

/** A draft is called one, with the hosts that run it. */
function interfaceText({ need, interface: name, status, hosts }: StackInterface): string {
  const kind = { stable: 'stable WASI 0.2', host: "the host's own", draft: 'a draft' }[status];
  return `${need}: ${name}, ${kind}, on ${hosts.join(', ')}`;
}

function otherText({ name, fits, lacks }: HostChoice): string {
  return `${name} (${fits}${lacks.length === 0 ? '' : `; nothing for ${lacks.join(', ')}`})`;
}

function hanging(mark: string, text: string): readonly string[] {
  const indent = 2 + mark.length;
  return wrap(printable(text), WIDTH - indent).map(
    (line, index) => (index === 0 ? `  ${mark}` : ' '.repeat(indent)) + line,
  );
}

function paragraph(text: string, indent: number): readonly string[] {
  return wrap(printable(text), WIDTH - indent).map((line) => ' '.repeat(indent) + line);
}
