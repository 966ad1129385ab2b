import { SOURCES } from '../../facts/sources.ts';
import { seen } from '../../fit/rule.ts';
import { type Block, type Inline, type ListItem, type Text, table } from '../../report/page.ts';
import { firm, placesText, type ReportContext, sourcesText } from '../context.ts';
import { imageReference } from '../delivery/registry.ts';
import { firstPrefixes } from '../gateway/routes.ts';
import { runsOnKubernetes, splitConfig } from '../gateway/split.ts';
import { fired, type Phase } from './phase.ts';

/** Of 100 requests, those that go to the component, step by step. */
const WEIGHTS = [1, 10, 50, 100] as const;

/** The gateway sends a growing share of the first endpoints to the component. */
export function splitPhase(context: ReportContext): Phase {
  const { words } = context;
  const { split } = words.plan.phases;
  return {
    title: split.title,
    goal: split.goal,
    steps: [...deploySteps(context), { text: routeText(context) }, { text: [split.raise] }],
    blocks: [...splitConfig(context, WEIGHTS[0]), weightsTable(context)],
    exit: [[split.exit.errors], [split.exit.slow], ...healthText(context)],
    traffic: split.traffic(prefixList(context)),
    rollback: [[split.rollback], ...stateText(context)],
  };
}

function routeText(context: ReportContext): Text {
  const { words } = context;
  const { route } = words.plan.phases.split;
  if (!runsOnKubernetes(context)) return [route];
  return [`${route} `, ...sourcesText([SOURCES.gatewayApi], words)];
}

function deploySteps(context: ReportContext): readonly ListItem[] {
  const { assessment, words, project } = context;
  const { split } = words.plan.phases;
  if (project === undefined) return [];
  const reference = imageReference(context);
  const publish: ListItem = {
    text: [{ code: '.github/workflows/publish.yml' }, `: ${split.publish}`],
    command: `git tag v${project.model.version}\ngit push origin v${project.model.version}`,
  };
  const { id, name } = assessment.stack.host;
  const command = {
    spin: `spin up --from ${reference}`,
    spinkube: `spin kube scaffold --from ${reference} | kubectl apply -f -`,
    akamai: 'spin aka deploy',
    wasmtime: undefined,
    wasmcloud: undefined,
  }[id];
  return [publish, { text: [split.deploy(name)], ...(command !== undefined && { command }) }];
}

function prefixList(context: ReportContext): string {
  const prefixes = firstPrefixes(context);
  return prefixes.length === 0 ? context.words.plan.phases.split.chosen : prefixes.join(', ');
}

function weightsTable({ words }: ReportContext): Block {
  const { split } = words.plan.phases;
  const rows = WEIGHTS.map((weight, index) => [
    [String(index + 1)],
    [words.plan.phases.share(weight)],
    [words.plan.phases.share(100 - weight)],
  ]);
  return table([split.columns.step, split.columns.component, split.columns.container], rows);
}

function healthText(context: ReportContext): readonly Text[] {
  const [probe] = seen('health-check')(firm(context)).filter(({ value }) => value.startsWith('/'));
  if (probe === undefined) return [];
  const { words } = context;
  const place: Inline = { code: `${probe.file}:${probe.line}` };
  return [[{ code: probe.value }, ` (`, place, `): ${words.plan.phases.split.exit.health}`]];
}

/** What going back would find changed: state that the two don't share. */
function stateText(context: ReportContext): readonly Text[] {
  const { words } = context;
  const { state } = words.plan.phases.split;
  const shared = fired(context, 'host-database', 'redis', 'http-database');
  const apart = fired(context, 'sessions', 'local-state', 'file-writes');
  return [
    ...shared.map(
      ({ title, findings }): Text => [
        { strong: `${title}.` },
        ` ${state.shared} (`,
        ...placesText(findings, 2, words),
        ')',
      ],
    ),
    ...apart.map(
      ({ title, findings }): Text => [
        { strong: `${title}.` },
        ` ${state.apart} (`,
        ...placesText(findings, 2, words),
        ')',
      ],
    ),
  ];
}
