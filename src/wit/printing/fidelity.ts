import type { Note } from '../../openapi/model.ts';
import { mdCode, mdText } from '../../text/markdown.ts';
import type { Demotion, FidelityReport } from '../typed-api.ts';

/**
 * `wit/FIDELITY.md`: what the WIT doesn't have as the document has it, every place by its JSON pointer, grouped by
 * reason in the order of the document.
 *
 * @param notes - what the reader of the document left out
 * @returns `undefined` when there is nothing to say
 */
export function fidelityPage(report: FidelityReport, notes: readonly Note[]): string | undefined {
  const { demotions, omissions } = report;
  const said = notes.map(({ pointer, message }) => ({ pointer, reason: message }));
  if (demotions.length + omissions.length + said.length === 0) return undefined;
  return [
    '# What the WIT has of the document',
    '',
    summary(report),
    ...section(
      'Not typed',
      'The document states a type here. In the WIT it is `json`, the JSON text itself, or plain text or bytes.',
      demotions,
    ),
    ...section('Left out', 'The WIT has no place for it.', omissions),
    ...section(
      'Read otherwise',
      'What the reader of the document left out or took otherwise.',
      said,
    ),
    '',
  ].join('\n');
}

/** One line: `31 of 31 operations; 97.6 % of what the document types is typed; …`. */
function summary({ operations, emitted, typedShare, freeForm }: FidelityReport): string {
  const free =
    freeForm === 0
      ? ''
      : ` The document itself leaves ${freeForm === 1 ? '1 place' : `${freeForm} places`} free-form; they don't count.`;
  return `The WIT has ${emitted} of ${operations} operations, and ${percent(typedShare)} of the places for which the document states a type are typed.${free}`;
}

/** Rounded down, so that only all of it is 100 %. */
export function percent(share: number): string {
  return `${Math.floor(share * 1000) / 10} %`;
}

function section(title: string, text: string, places: readonly Demotion[]): readonly string[] {
  if (places.length === 0) return [];
  const byReason = new Map<string, string[]>();
  for (const { pointer, reason } of places) {
    const pointers = byReason.get(reason) ?? [];
    pointers.push(pointer);
    byReason.set(reason, pointers);
  }
  return [
    '',
    `## ${title}`,
    '',
    text,
    ...[...byReason].flatMap(([reason, pointers]) => [
      '',
      `${mdText(reason.replace(/\.$/u, ''))}:`,
      '',
      ...pointers.map((pointer) => `- ${mdCode(pointer)}`),
    ]),
  ];
}
