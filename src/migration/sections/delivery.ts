import { SOURCES } from '../../facts/sources.ts';
import { type Block, bullets, paragraph, section, type Text } from '../../report/page.ts';
import { firm, placesText, type Section, sourcesText } from '../context.ts';
import { imageReference, registryOf } from '../delivery/registry.ts';

/** How what is built gets to where it runs: by the emitted workflow, signed. */
export const delivery: Section = (context) => {
  const { words, project } = context;
  if (project === undefined) return [];
  const { delivery: says, headings } = words.plan;
  const { kind, shownBy } = registryOf(firm(context));
  const place: Text = shownBy === undefined ? [] : [' (', ...placesText([shownBy], 1, words), ')'];
  const verify: Block = {
    kind: 'code',
    language: 'sh',
    text: [
      `cosign verify ${imageReference(context)} \\`,
      '  --certificate-identity-regexp "^https://github.com/OWNER/REPOSITORY/" \\',
      '  --certificate-oidc-issuer https://token.actions.githubusercontent.com',
    ].join('\n'),
  };
  const sources =
    kind === 'ecr' ? [SOURCES.spinDistributing, SOURCES.githubOidc] : [SOURCES.spinDistributing];
  return section(2, headings.delivery, [
    paragraph({ code: '.github/workflows/publish.yml' }, `: ${says.registry[kind]}`, ...place, '.'),
    bullets([[says.steps], [says.rights[kind]], [says.signed]]),
    ...(kind === 'ecr' ? [paragraph(says.subjects)] : []),
    paragraph(says.verify),
    verify,
    paragraph(...sourcesText(sources, words)),
  ]);
};
