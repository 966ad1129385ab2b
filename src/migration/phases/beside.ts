import { MANAGERS } from '../../project/package-manager.ts';
import { spinUpOptions } from '../../project/view.ts';
import { joined, type ListItem, type Text } from '../../report/page.ts';
import { placesText, type ReportContext } from '../context.ts';
import { COMPONENT_ADDRESS } from '../gateway/nginx.ts';
import { comparable, compareCommand } from '../gateway/routes.ts';
import { containerPort } from '../gateway/split.ts';
import { codeFiles } from '../pointers.ts';
import { fired, type Phase } from './phase.ts';

/** The component answers beside the service; nobody but its makers asks it. */
export function besidePhase(context: ReportContext): Phase {
  const { words, project } = context;
  const { beside } = words.plan.phases;
  return {
    title: beside.title,
    goal: beside.goal,
    steps: [
      ...(project === undefined ? makeSteps(context) : buildSteps(context)),
      ...ruleSteps(context),
      ...startStep(context),
      ...compareSteps(context),
    ],
    blocks: [],
    exit: [
      [beside.exit.tests],
      ...(project === undefined || project.model.interface.kind === 'starter'
        ? []
        : [[beside.exit.written]]),
      ...(comparable(context).length === 0 ? [] : [[beside.exit.same]]),
    ],
    traffic: words.plan.phases.share(0),
    rollback: [[beside.rollback]],
  };
}

/** What `assess` says to do next, when it is a command. */
function makeSteps({ assessment }: ReportContext): readonly ListItem[] {
  return assessment.next
    .filter(({ command }) => command !== undefined)
    .map(({ text, command }) => ({ text: [text], ...(command !== undefined && { command }) }));
}

function buildSteps({ words, project, assessment }: ReportContext): readonly ListItem[] {
  if (project === undefined) return [];
  const { model } = project;
  const { beside } = words.plan.phases;
  const manager = MANAGERS[model.packageManager];
  const file = joined(
    codeFiles(project).map((code) => ({ code })),
    ', ',
  );
  const first = assessment.verdict.firstEndpoints.slice(0, 3).map(({ value }) => ({ code: value }));
  const list = first.flatMap((code, index) => (index === 0 ? [code] : [', ', code]));
  const lead = `: ${beside.write(model.typed.report.emitted)} ${beside.untilThen[model.stubs]}`;
  const write: Text =
    first.length === 0 ? [...file, lead] : [...file, `${lead} ${beside.beginWith} `, ...list, '.'];
  return [
    { text: [beside.build], command: `${manager.install}\n${manager.test}` },
    ...(model.interface.kind === 'starter' ? [] : [{ text: write }]),
  ];
}

/** Rules whose advice is to be followed before anything else. */
const FIRST = ['token-checks', 'security-framework', 'other-language', 'sessions'] as const;

function ruleSteps(context: ReportContext): readonly ListItem[] {
  return fired(context, ...FIRST).map(({ title, instead, findings }) => ({
    text: [
      { strong: `${title}.` },
      ` ${instead} (`,
      ...placesText(findings, 2, context.words),
      ')',
    ],
  }));
}

function startStep({ assessment, words, project }: ReportContext): readonly ListItem[] {
  if (project === undefined) return [];
  const { id } = assessment.stack.host;
  const isSpin = id === 'spin' || id === 'spinkube' || id === 'akamai';
  const run = MANAGERS[project.model.packageManager].run;
  const command = isSpin
    ? `spin build\nspin up${spinUpOptions(project.model)} --listen ${COMPONENT_ADDRESS}`
    : `${run} serve`;
  return [{ text: [words.plan.phases.beside.start], command }];
}

function compareSteps(context: ReportContext): readonly ListItem[] {
  const paths = comparable(context);
  if (paths.length === 0) return [];
  const old = `http://127.0.0.1:${containerPort(context)}`;
  const next = `http://${COMPONENT_ADDRESS}`;
  const command = paths.map((path) => compareCommand(path, old, next)).join('\n');
  return [{ text: [context.words.plan.phases.beside.compare], command }];
}
