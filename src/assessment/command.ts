import { basename, relative } from 'node:path';
import { factsOlderThan } from '../facts/index.ts';
import { catalogueOf } from '../messages/catalogue.ts';
import { localeLang } from '../messages/lang.ts';
import { type Command, type CommandContext, printJson } from '../run/command.ts';
import { print } from '../run/host.ts';
import { badInput, EXIT, Failure } from '../terminal/failure.ts';
import { createStyle, wantsColor } from '../terminal/style.ts';
import { type Assessment, assessFolder } from './assess.ts';
import { boundariesJson } from './boundaries-report.ts';
import { type AssessmentLine, assessmentHelp, readAssessmentLine } from './flags.ts';
import { warnOfGaps } from './gaps.ts';
import { htmlReport } from './html.ts';
import { markdownReport } from './markdown.ts';
import { terminalReport } from './terminal.ts';
import { writeReport } from './write.ts';

/** `today`: the day that the age of facts is seen from. */
type Context = CommandContext & { readonly today: Date };

/**
 * The command `assess`: reads a folder and judges the service in it. Every verdict is a success; with `--strict-fit` the
 * verdict to stay ends with code 3, after it was told.
 *
 * Stdout has the report: for terminals, or in Markdown, or one JSON object (schemas/assessment.schema.json).
 */
export const assessCommand: Command = assessCommandOn(() => new Date());

/** The command as on a given day. */
export function assessCommandOn(today: () => Date): Command {
  return {
    name: 'assess',
    help: assessmentHelp,
    run: (words, context) =>
      run(readAssessmentLine(words, context.host.cwd), { ...context, today: today() }),
  };
}

/** Does what the line says; a verdict that the user wants refused is returned. */
async function run(line: AssessmentLine, context: Context): Promise<Failure | undefined> {
  const { host, progress, today } = context;
  if (line.help) return void (await print(host.stdout, assessmentHelp()));
  if (line.factsAge !== undefined) {
    return void (await print(host.stdout, oldFacts(line.factsAge, today)));
  }
  const { from, target } = line;
  if (from === undefined) {
    throw badInput('Which folder?', { hint: 'Give it: assess . (or --from FOLDER)' });
  }
  const assessment = await progress.step('read', `Read ${basename(from)}`, () =>
    assessFolder(from, { target, today, lang: line.lang ?? localeLang(host.env) }),
  );
  warnOfGaps(assessment, progress);
  await tell(assessment, line, context);
  if (!line.strictFit || assessment.verdict.outcome !== 'stay') return undefined;
  return new Failure(EXIT.stays, 'The verdict is to stay on containers.', {
    hint: 'Without --strict-fit that is no failure.',
  });
}

async function tell(assessment: Assessment, line: AssessmentLine, context: Context): Promise<void> {
  const { host, progress, style } = context;
  const { out, from = host.cwd } = line;
  const name = basename(from) || from;
  const isHtml = line.html || /\.html?$/iu.test(out ?? '');
  const page = isHtml ? htmlReport(assessment, name) : markdownReport(assessment, name);
  if (out !== undefined) {
    await progress.step('write', `Write ${relative(host.cwd, out) || out}`, () =>
      writeReport(out, page, line.force ? 'overwrite' : 'fail'),
    );
  }
  if (line.json) {
    const { timings, warnings } = progress;
    return printJson({ ok: true, ...jsonOf(assessment), timings, warnings }, host);
  }
  if (line.markdown) return print(host.stdout, markdownReport(assessment, name));
  if (line.html && out === undefined) return print(host.stdout, page);
  if (out !== undefined) {
    const { outcome, score } = assessment.verdict;
    const words = catalogueOf(assessment.lang);
    const head = style.bold(words.verdict.outcomes[outcome]);
    return print(host.stderr, `${head}: ${words.assessment.score(score)}.\n`);
  }
  const look = { color: wantsColor(host.stdout, host.env), unicode: false };
  return print(host.stdout, terminalReport(assessment, createStyle(look)));
}

/** The assessment as `--json` shows it. */
function jsonOf({ evidence, verdict, stack, boundaries, next, facts, lang }: Assessment): object {
  const { folder, findings, documents, filesRead, skipped } = evidence;
  return {
    folder,
    verdict,
    findings,
    ...boundariesJson(boundaries, catalogueOf(lang)),
    documents,
    stack,
    next,
    facts,
    filesRead,
    skipped,
  };
}

function oldFacts(days: number, today: Date): string {
  const old = factsOlderThan(days, today);
  if (old.length === 0) return `No facts are older than ${days} days.\n`;
  return old
    .map(({ area, fact, days: age }) =>
      [
        `${age} days  ${area}/${fact.id}`,
        ...fact.sources.map(({ url }) => `          ${url}`),
      ].join('\n'),
    )
    .join('\n')
    .concat('\n');
}
