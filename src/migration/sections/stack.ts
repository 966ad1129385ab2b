import type { HostChoice, Stack } from '../../fit/stack/recommend.ts';
import type { Catalogue } from '../../messages/catalogue.ts';
import { bullets, paragraph, section, type Text, table } from '../../report/page.ts';
import { placesText, type Section, sourcesText } from '../context.ts';

/** Host, interfaces and languages, with what each can't do. */
export const stack: Section = ({ assessment, words, project }) => {
  if (assessment.verdict.outcome === 'stay' && project === undefined) return [];
  const { host, because, others, interfaces, languages, limits } = assessment.stack;
  const { cannot, limits: lead, others: othersLead, sections } = words.assessment;
  return section(2, sections.stack, [
    paragraph(
      { strong: host.name },
      ` (${host.version}). ${host.says} ${because} ${cannot(host.cannot.join('; '))} `,
      ...sourcesText(host.sources, words),
    ),
    ...(interfaces.length === 0 ? [] : [interfacesTable(interfaces, words)]),
    ...(languages.length === 0
      ? []
      : [bullets(languages.map((choice) => languageText(choice, words)))]),
    ...(limits.length === 0
      ? []
      : [paragraph(lead), bullets(limits.map((limit) => limitText(limit, words)))]),
    paragraph(othersLead),
    bullets(others.map((other) => otherText(other, words))),
  ]);
};

/** A draft is called one, with the hosts that run it. */
function interfacesTable(interfaces: Stack['interfaces'], words: Catalogue) {
  const { columns: of } = words.assessment;
  const rows = interfaces.map(({ need, interface: code, status, hosts, findings }) => {
    const kind = words.stack.statuses[status];
    return [
      [words.stack.needs[need]],
      [{ code }],
      [status === 'draft' ? { strong: kind } : kind],
      [hosts.join(', ')],
      placesText(findings, 2, words),
    ];
  });
  return table([of.need, of.interface, of.status, of.hosts, of.shownBy], rows);
}

function languageText(
  { language, part, why, sources }: Stack['languages'][number],
  words: Catalogue,
): Text {
  const lead = words.assessment.languageFor(language, part);
  return [`${lead} ${why} `, ...sourcesText(sources, words)];
}

function limitText({ says, sources, findings }: Stack['limits'][number], words: Catalogue): Text {
  return [
    `${says} ${words.assessment.metBy} `,
    ...placesText(findings, 2, words),
    '. ',
    ...sourcesText(sources, words),
  ];
}

function otherText(
  { name, version, says, fits, lacks, cannot, sources }: HostChoice,
  words: Catalogue,
): Text {
  const lacking = lacks.map((need) => words.stack.needs[need]).join(', ');
  const without = lacks.length === 0 ? '' : `; ${words.assessment.nothingFor(lacking)}`;
  const cannotText = words.assessment.cannot(cannot.join('; '));
  return [
    { strong: name },
    ` (${version}): ${says} ${words.assessment.fits(fits)}${without}. ${cannotText} `,
    ...sourcesText(sources, words),
  ];
}
