import { basename, relative, resolve } from 'node:path';
import { type Command, type CommandContext, printJson } from '../run/command.ts';
import { print } from '../run/host.ts';
import { badInput } from '../terminal/failure.ts';
import type { Style } from '../terminal/style.ts';
import { checkWit } from '../wit/check/check.ts';
import { percent } from '../wit/printing/fidelity.ts';
import { type ConversionLine, conversionHelp, readConversionLine } from './flags.ts';
import { type Conversion, openapiToWit } from './openapi-to-wit.ts';
import { conversionFiles, writeConversion } from './write.ts';

/**
 * The command `wit`: converts a document, checks that the WIT makes a component, and prints it or writes it.
 *
 * Stdout has the WIT, or with `--json` one object (schemas/conversion.schema.json), or with `--out` nothing.
 */
export const witCommand: Command = {
  name: 'wit',
  help: conversionHelp,
  async run(words, context) {
    const line = readConversionLine(words, context.host.cwd);
    await (line.help ? print(context.host.stdout, conversionHelp()) : convert(line, context));
    return undefined;
  },
};

async function convert(line: ConversionLine, context: CommandContext): Promise<void> {
  const { host, progress, style } = context;
  const { from, out } = line;
  if (from === undefined) {
    throw badInput('Which document?', { hint: 'Give it: wit openapi.yaml' });
  }
  const conversion = await progress.step('convert', `Convert ${basename(from)}`, () =>
    openapiToWit(from, line),
  );
  const { wit, world } = conversion;
  await progress.step('check', 'Check the WIT', () =>
    checkWit(new Map([['world.wit', wit]]), world),
  );
  const folder = out === undefined ? undefined : resolve(host.cwd, out);
  const files = folder === undefined ? [] : conversionFiles(conversion, basename(from));
  if (folder !== undefined) {
    await progress.step('write', `Write ${relative(host.cwd, folder) || folder}`, () =>
      writeConversion(folder, files, line.force ? 'overwrite' : 'fail'),
    );
  }
  await print(host.stderr, `${summary(conversion, style)}\n`);
  if (line.json) {
    const { package: id, routes, types, report } = conversion;
    const { timings, warnings } = progress;
    const written = folder && { directory: folder, files: files.map(({ path }) => path) };
    const result = { ok: true, wit, world, package: id, routes, types, api: report, ...written };
    return printJson({ ...result, timings, warnings }, host);
  }
  if (folder === undefined) await print(host.stdout, wit);
}

/** `✓ 31 operations in 4 interfaces; 97.6 % of what the document types is typed. …` */
function summary({ report, wit }: Conversion, style: Style): string {
  const { emitted, operations, typedShare, demotions, omissions, notes } = report;
  const interfaces = wit.match(/^interface (?!types \{)/gmu)?.length ?? 0;
  const count = emitted === operations ? `${emitted}` : `${emitted} of ${operations}`;
  const lines = [
    `${style.green(style.symbols.done)} ${count} operation${emitted === 1 ? '' : 's'} in ${interfaces} interface${interfaces === 1 ? '' : 's'}; ${percent(typedShare)} of what the document types is typed.`,
    ...told(demotions.length, 'JSON text, plain text or bytes', demotions[0]),
    ...told(
      omissions.length + notes.length,
      'left out or read otherwise',
      [...omissions, ...notes.map(({ pointer, message }) => ({ pointer, reason: message }))][0],
    ),
  ];
  return lines.join('\n');
}

function told(
  count: number,
  what: string,
  first: { readonly pointer: string; readonly reason: string } | undefined,
): readonly string[] {
  if (first === undefined) return [];
  const places = count === 1 ? '1 place is' : `${count} places are`;
  return [`  ${places} ${what}. The first is ${first.pointer}: ${first.reason}`];
}
