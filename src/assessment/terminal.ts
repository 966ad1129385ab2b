import type { Source } from '../facts/fact.ts';
import type { HostChoice, Stack, StackInterface } from '../fit/stack/recommend.ts';
import type { PartVerdict, Reason, Verdict } from '../fit/verdict.ts';
import { type Catalogue, catalogueOf } from '../messages/catalogue.ts';
import type { Style } from '../terminal/style.ts';
import { printable } from '../text/quote.ts';
import type { Assessment } from './assess.ts';
import { boundaryLines } from './boundaries-report.ts';
import { hanging, paragraph } from './lines.ts';
import { ageWords, cutText, effortWords, places, signed } from './words.ts';

/** The assessment as a terminal shows it, in its language. */
export function terminalReport(assessment: Assessment, style: Style): string {
  const { verdict, stack, next, lang } = assessment;
  const words = catalogueOf(lang);
  const { sections: titles, allSources } = words.assessment;
  const forIt = verdict.reasons.filter(({ verdict: of }) => of === 'go');
  const against = verdict.reasons.filter(({ verdict: of }) => of !== 'go');
  const effort = effortWords(verdict.effort, words);
  const brief = (reason: Reason) => briefLines(reason, words);
  const sections: readonly (readonly string[])[] = [
    headline(verdict, style, words),
    section(
      titles.parts,
      verdict.parts.flatMap((part) => partLines(part, words)),
      style,
    ),
    section(titles.for, forIt.flatMap(brief), style),
    section(
      titles.against,
      against.flatMap((reason) => reasonLines(reason, words)),
      style,
    ),
    section(titles.toCheck, verdict.toCheck.flatMap(brief), style),
    section(titles.effort, effort === '' ? [] : paragraph(effort, 2), style),
    section(titles.stack, verdict.outcome === 'stay' ? [] : stackLines(stack, words), style),
    section(words.boundaries.title, boundaryLines(assessment.boundaries, words), style),
    section(titles.next, next.flatMap(stepLines), style),
    [style.dim(`${ageWords(assessment)} ${allSources}`)],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** The verdict and what it goes by, a line a reason. */
export function briefReport({ verdict, lang }: Assessment, style: Style): string {
  const words = catalogueOf(lang);
  const lines = [
    ...headline(verdict, style, words),
    ...verdict.parts.flatMap((part) => partLines(part, words)),
    ...verdict.reasons.flatMap((reason) => briefLines(reason, words)),
  ];
  return `${lines.join('\n')}\n`;
}

function headline(
  verdict: Verdict,
  style: Style,
  { assessment: words, verdict: { outcomes } }: Catalogue,
): readonly string[] {
  const paint = { go: style.green, partial: style.yellow, stay: style.red }[verdict.outcome];
  const head = `${outcomes[verdict.outcome]}: ${words.score(verdict.score)}.`;
  const doubt = verdict.confidence === 'low' ? paragraph(words.lowConfidence, 2) : [];
  return [style.bold(paint(head)), ...paragraph(verdict.because, 2), ...doubt];
}

function section(title: string, lines: readonly string[], style: Style): readonly string[] {
  return lines.length === 0 ? [] : [style.bold(title), ...lines];
}

function stepLines({ text, command }: Assessment['next'][number], index: number) {
  const steps = hanging(`${index + 1}. `, text);
  return command === undefined ? steps : [...steps, `     ${printable(command)}`];
}

function briefLines(
  { id, points, weight, title, findings }: Reason,
  words: Catalogue,
): readonly string[] {
  const mark = `${signed(points).padStart(3)}  `;
  const [head = '', ...rest] = hanging(mark, `${title}${cutText({ points, weight }, words)}`);
  return [head, ...rest, ...paragraph(`${placesText(findings, words)} [${id}]`, 7)];
}

function reasonLines(reason: Reason, words: Catalogue): readonly string[] {
  return [
    ...briefLines(reason, words),
    ...paragraph(reason.why, 7),
    ...paragraph(words.assessment.instead(reason.instead), 7),
    ...reason.sources.slice(0, 1).flatMap((source) => paragraph(sourceText(source, words), 7)),
  ];
}

function partLines(
  { folder, outcome, score, stays }: PartVerdict,
  { assessment: words, verdict: { outcomes } }: Catalogue,
): readonly string[] {
  const staying = stays.length === 0 ? '' : `. ${stays.join('; ')}`;
  return hanging('- ', `${folder}: ${outcomes[outcome]}, ${words.score(score)}${staying}`);
}

function sourceText({ url, date }: Source, { assessment: words }: Catalogue): string {
  return words.source(url, date);
}

function placesText(findings: Reason['findings'], { assessment: words }: Catalogue): string {
  const { first, more } = places(findings, 3);
  return `${first.join(', ')}${more === 0 ? '' : words.andMore(more)}`;
}

function stackLines(stack: Stack, catalogue: Catalogue): readonly string[] {
  const { host, because, others, interfaces, languages, limits } = stack;
  const { assessment: words } = catalogue;
  const sourceLines = (source: Source | undefined) =>
    source === undefined ? [] : paragraph(sourceText(source, catalogue), 4);
  return [
    ...paragraph(`${host.name} (${host.version}): ${because}`, 2),
    ...interfaces.flatMap((one) => hanging('- ', interfaceText(one, catalogue))),
    ...hanging('- ', words.cannot(host.cannot.join('; '))),
    ...sourceLines(host.sources[0]),
    ...languages.flatMap(({ language, part, why }) =>
      hanging('- ', `${words.languageFor(language, part)} ${why}`),
    ),
    ...limits.flatMap(({ says, sources: [source] }) => [
      ...hanging('- ', `JavaScript: ${says}`),
      ...sourceLines(source),
    ]),
    ...paragraph(words.orHosts(others.map((other) => otherText(other, catalogue)).join('; ')), 2),
  ];
}

/** A draft is called one, with the hosts that run it. */
function interfaceText(
  { need, interface: name, status, hosts }: StackInterface,
  { assessment: words, stack }: Catalogue,
): string {
  const on = words.onHosts(hosts.join(', '));
  return `${stack.needs[need]}: ${name}, ${stack.statuses[status]}, ${on}`;
}

function otherText(
  { name, fits, lacks }: HostChoice,
  { assessment: words, stack }: Catalogue,
): string {
  const lacking = lacks.map((need) => stack.needs[need]).join(', ');
  return `${name} (${fits}${lacks.length === 0 ? '' : `; ${words.nothingFor(lacking)}`})`;
}
