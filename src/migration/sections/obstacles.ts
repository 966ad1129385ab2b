import type { Reason } from '../../fit/verdict.ts';
import {
  type Block,
  bullets,
  type Inline,
  joined,
  paragraph,
  section,
  type Text,
} from '../../report/page.ts';
import { AREA_OF, AREAS } from '../areas.ts';
import type { ReportContext, Section } from '../context.ts';
import { remediesOf } from '../pointers.ts';
import { reasonText } from './verdict.ts';

/** What stands against a move, by what it is about, each with its way out and the file of the project that goes it. */
export const obstacles: Section = (context) => {
  const { assessment, words } = context;
  const against = assessment.verdict.reasons.filter(({ verdict }) => verdict !== 'go');
  const title =
    context.project === undefined ? words.assessment.sections.against : words.plan.obstacles.title;
  return section(
    2,
    title,
    AREAS.flatMap((area) =>
      section(
        3,
        words.plan.areas[area],
        against.filter(({ id }) => AREA_OF[id] === area).flatMap((one) => obstacle(one, context)),
      ),
    ),
  );
};

/** Files of one remedy beyond this many are counted. */
const MOST_FILES = 4;

function obstacle(reason: Reason, { words, project }: ReportContext): readonly Block[] {
  const text = paragraph(...reasonText(reason, words));
  if (project === undefined) return [text];
  const { obstacles: says } = words.plan;
  const pointers = remediesOf(reason.id, project).flatMap(({ remedy, files }): readonly Text[] => {
    if (files.length > 0) return [[...fileList(files, words), `: ${says.remedies[remedy]}`]];
    if (remedy !== 'database' && remedy !== 'store') return [];
    const flags = needsFor(remedy, reason).map((need): Inline => ({ code: `--needs ${need}` }));
    return flags.length === 0 ? [] : [[...joined(flags, ', '), `: ${says.missing[remedy]}`]];
  });
  return pointers.length === 0 ? [text] : [text, bullets(pointers)];
}

function fileList(files: readonly string[], { assessment: words }: ReportContext['words']): Text {
  const first = files.slice(0, MOST_FILES).map((code): Inline => ({ code }));
  const more = files.length - first.length;
  return [...joined(first, ', '), ...(more > 0 ? [words.andMore(more)] : [])];
}

/** The values of `--needs` that meet it: the databases that were found, or what keeps keys and values. */
function needsFor(remedy: 'database' | 'store', { id, findings }: Reason): readonly string[] {
  if (remedy === 'store') return id === 'redis' ? ['redis'] : ['kv', 'redis'];
  const found = new Set(findings.map(({ what }) => (what === 'mariadb' ? 'mysql' : what)));
  return ['postgres', 'mysql', 'sqlite'].filter((name) => found.has(name));
}
