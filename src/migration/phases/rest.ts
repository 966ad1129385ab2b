import { isProbe } from '../../fit/judge.ts';
import { seen } from '../../fit/rule.ts';
import type { ListItem, Text } from '../../report/page.ts';
import { firm, placesText, type ReportContext } from '../context.ts';
import type { Phase } from './phase.ts';

/** The remaining endpoints move or stay for good, and the old service shrinks to what stays. */
export function restPhase(context: ReportContext): Phase {
  const { assessment, words } = context;
  const { rest } = words.plan.phases;
  const stays = assessment.verdict.reasons.filter(({ verdict }) => verdict === 'stay');
  return {
    title: stays.length === 0 ? rest.titleAll : rest.titleSome,
    goal: stays.length === 0 ? rest.goalAll : rest.goalSome,
    steps: [...remaining(context), { text: [rest.remove] }, ...keepSteps(context)],
    blocks: [],
    exit: [[rest.exit.quiet], ...(stays.length === 0 ? [[rest.exit.off]] : [[rest.exit.kept]])],
    traffic: stays.length === 0 ? words.plan.phases.share(100) : rest.trafficSome,
    rollback: rollback(context),
  };
}

function remaining({ assessment, words }: ReportContext): readonly ListItem[] {
  const first = new Set(assessment.verdict.firstEndpoints.map(({ value }) => value));
  const others = seen('route')(assessment.evidence.findings).filter(
    (route) => !first.has(route.value) && !isProbe(route),
  );
  const left = new Set(others.map(({ value }) => value)).size;
  return left <= 0 ? [] : [{ text: [words.plan.phases.rest.remaining(left)] }];
}

function keepSteps({ assessment, words }: ReportContext): readonly ListItem[] {
  return assessment.verdict.reasons
    .filter(({ verdict }) => verdict === 'stay')
    .map(({ title, instead, findings }) => ({
      text: [{ strong: `${title}.` }, ` ${instead} (`, ...placesText(findings, 2, words), ')'],
    }));
}

/** The image that runs today is what one goes back to. */
function rollback(context: ReportContext): readonly Text[] {
  const { rest } = context.words.plan.phases;
  const findings = firm(context);
  const named = new Set(
    findings
      .filter(({ kind }) => kind === 'database' || kind === 'cache' || kind === 'broker')
      .map(({ file, line }) => `${file}:${line}`),
  );
  const images = seen('image')(findings).filter(
    ({ value, file, line }) =>
      !/dockerfile/iu.test(file) && /[:@]/u.test(value) && !named.has(`${file}:${line}`),
  );
  const [image] = images;
  if (image === undefined) return [[rest.rollback]];
  const place = { code: `${image.file}:${image.line}` };
  return [[{ code: image.value }, ' (', place, `): ${rest.rollbackImage}`]];
}
