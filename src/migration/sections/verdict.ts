import { cutText, effortWords, signed } from '../../assessment/words.ts';
import type { Reason } from '../../fit/verdict.ts';
import { bullets, paragraph, section, type Tone, table } from '../../report/page.ts';
import { placesText, type Section, sourcesText } from '../context.ts';

const TONES: Readonly<Record<'go' | 'partial' | 'stay', Tone>> = {
  go: 'good',
  partial: 'mixed',
  stay: 'bad',
};

/** The outcome first, and how sure it is. */
export const outcome: Section = ({ assessment, words, project }) => {
  const { verdict } = assessment;
  const label = `${words.verdict.outcomes[verdict.outcome]}.`;
  const text = [
    { strong: label },
    ` ${words.assessment.score(verdict.score)}. ${verdict.because}`,
  ] as const;
  const isAgainst = project !== undefined && verdict.outcome === 'stay';
  return [
    { kind: 'callout', tone: TONES[verdict.outcome], text },
    ...(verdict.confidence === 'low' ? [paragraph(words.assessment.lowConfidence)] : []),
    ...(project === undefined ? [] : [paragraph(words.plan.placesFrom)]),
    ...(isAgainst ? [paragraph(words.plan.againstTheVerdict)] : []),
  ];
};

/** Each service of a folder of several. */
export const parts: Section = ({ assessment, words }) => {
  const { columns: of, sections } = words.assessment;
  const rows = assessment.verdict.parts.map(({ folder, outcome, score, endpoints, stays }) => [
    [{ code: folder }],
    [words.verdict.outcomes[outcome]],
    [String(score)],
    [String(endpoints)],
    [stays.join('; ')],
  ]);
  const columns = [of.folder, of.verdict, of.score, of.endpoints, of.stays];
  return section(2, sections.parts, rows.length === 0 ? [] : [table(columns, rows)]);
};

/** How the score adds up. */
export const score: Section = ({ assessment, words }) => {
  const { reasons, score: sum } = assessment.verdict;
  if (reasons.length === 0) return [];
  const { columns: of, howPointsAddUp, sections } = words.assessment;
  const rows = reasons.map(({ id, points, weight, title, findings }) => [
    [`${signed(points)}${cutText({ points, weight }, words)}`],
    [title],
    [{ code: id }],
    [String(findings.length)],
  ]);
  return section(2, sections.score, [
    paragraph(howPointsAddUp),
    table(
      [of.points, of.because, of.rule, of.findings],
      [...rows, [[{ strong: String(sum) }], [], [], []]],
    ),
  ]);
};

/** What speaks for a move. */
export const reasonsFor: Section = ({ assessment, words }) =>
  section(
    2,
    words.assessment.sections.for,
    assessment.verdict.reasons
      .filter(({ verdict }) => verdict === 'go')
      .map((reason) => paragraph(...reasonText(reason, words))),
  );

/** Rules that only hints speak for. */
export const toCheck: Section = ({ assessment, words }) =>
  section(
    2,
    words.assessment.sections.toCheck,
    assessment.verdict.toCheck.map((reason) => paragraph(...reasonText(reason, words))),
  );

/** What would be written again. */
export const effort: Section = ({ assessment, words }) => {
  const text = effortWords(assessment.verdict.effort, words);
  return section(2, words.assessment.sections.effort, text === '' ? [] : [paragraph(`${text}.`)]);
};

const MOST_ENDPOINTS = 10;

/** Endpoints to begin with. */
export const beginning: Section = ({ assessment, words }) => {
  const { firstEndpoints, outcome: result } = assessment.verdict;
  if (result === 'stay' || firstEndpoints.length === 0) return [];
  const { sections, firstEndpoints: lead, andMore } = words.assessment;
  const items = firstEndpoints
    .slice(0, MOST_ENDPOINTS)
    .map(({ value, file, line }) => [{ code: value }, ', ', { code: `${file}:${line}` }]);
  const more = firstEndpoints.length - items.length;
  const rest = more > 0 ? [[`…${andMore(more)}`]] : [];
  return section(2, sections.beginning, [paragraph(lead), bullets([...items, ...rest])]);
};

/** A reason with its places and its sources. */
export function reasonText(
  { title, why, instead, findings, sources }: Reason,
  words: Parameters<Section>[0]['words'],
) {
  return [
    { strong: `${title}.` },
    ` ${why} ${instead} ${words.assessment.foundIn} `,
    ...placesText(findings, 5, words),
    '. ',
    ...sourcesText(sources, words),
  ];
}
