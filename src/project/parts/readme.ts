import type { ServiceModel } from '../../service/model.ts';
import { mdCode, mdCodeLine, mdText } from '../../text/markdown.ts';
import { percent } from '../../wit/printing/fidelity.ts';
import type { ApiFunction } from '../../wit/typed-api.ts';
import {
  documentedError,
  hasValue,
  operations,
  requestLine,
  successStatuses,
} from '../operations.ts';
import { MANAGERS } from '../package-manager.ts';
import { type Part, renderTemplate } from '../render.ts';
import { projectView, serveCommand, spinUpOptions } from '../view.ts';
import { needsView } from './needs-view.ts';

/** README.md: what the service is, where the user's code goes, what is generated, how faithful it is. */
export const readmePart: Part = (model) => {
  const file = {
    template: 'shared/README.md.ejs',
    path: 'README.md',
    owner: 'user',
    why: 'how to work with this project',
  } as const;
  return [
    renderTemplate(file, { ...projectView(model), ...readmeView(model), host: needsView(model) }),
  ];
};

function readmeView(model: ServiceModel) {
  const functions = operations(model);
  return {
    title: mdText(model.title),
    description: mdText(model.description || firstParagraph(model.api.description ?? '')),
    summary: summary(model),
    origin: origin(model),
    commands: commands(model),
    diagram: diagram(model),
    example: example(functions),
    stubs: stubs(model),
    operations: functions.map(operationRow),
    interfaces: model.typed.interfaces.map(({ label }) => mdCode(label)).join(', '),
    naming: naming(model),
    again: again(model),
    command: mdCodeLine(model.command),
    fidelity: fidelity(model),
    plan: model.assessment !== undefined,
  };
}

function summary({ interface: source, typed }: ServiceModel): string {
  const count = typed.report.emitted === 1 ? '1 operation' : `${typed.report.emitted} operations`;
  if (source.kind === 'openapi') {
    return `A WebAssembly component with ${count}, typed from ${mdCode(source.path)}.`;
  }
  if (source.kind === 'operations') {
    return `A WebAssembly component with ${count}, typed by hand: give it an OpenAPI document when there is one.`;
  }
  return 'A WebAssembly component with one operation, to start from.';
}

const ORIGINS = {
  'spring-boot': 'a Spring Boot application',
  express: 'an Express application',
  fastapi: 'a FastAPI application',
  go: 'a Go program',
  other: 'another program',
} as const;

function origin(model: ServiceModel): string | undefined {
  if (model.origin === 'nothing') return undefined;
  const language = model.language === 'ts' ? 'TypeScript' : 'JavaScript';
  return `The service runs today as ${ORIGINS[model.origin]}. Only its interface moved here by itself: what an operation does is written again, in ${language}.`;
}

function example(functions: readonly ApiFunction[]) {
  const documented = documentedError(functions);
  if (documented === undefined) return undefined;
  const { error } = documented;
  const value = hasValue(error) ? ', val: { … }' : '';
  return { thrown: `throw { tag: '${error.tag}'${value} }`, status: error.status };
}

function stubs(model: ServiceModel): string | undefined {
  if (model.interface.kind === 'starter') return undefined;
  return model.stubs === 'examples'
    ? "is answered with the document's example and the header `x-stub: example`, or 501 where there is none"
    : 'is answered 501';
}

function operationRow(item: ApiFunction) {
  const errors = item.route.errors.map(({ tag, status }) =>
    status === 'any' ? mdCode(tag) : `${mdCode(tag)} ${status}`,
  );
  return {
    request: mdCode(requestLine(item)),
    function: mdCode(item.route.id),
    answers: successStatuses(item.route.ok).join(', '),
    errors: errors.join(', ') || '–',
  };
}

function commands(model: ServiceModel): string {
  const { name, packageManager } = model;
  const { install, test, run } = MANAGERS[packageManager];
  return aligned([
    [install, ''],
    [test, '# types, then your functions in Node, then the built component through both its doors'],
    [`${run} build`, `# dist/${name}.wasm`],
    [
      `${run} build:release`,
      '# the same, optimised by Binaryen: a minute or two, for requests about a tenth faster',
    ],
    ...(serveCommand(model).startsWith('wasmtime')
      ? [[`${run} serve`, '# on wasmtime, when you have it']]
      : []),
    [`spin build --up${spinUpOptions(model)}`, '# on Spin, when you have it'],
  ]);
}

function diagram({ name, language, typed }: ServiceModel): string {
  const { namespace, name: id } = typed.package;
  const exported = `${namespace}:${id}/${typed.interfaces[0]?.label ?? 'types'}`;
  return aligned([
    ['HTTP', '─▶ wasi:http/incoming-handler', `─▶ src/generated/handler.${language}`, '─┐'],
    ['', '', '', ` ├─▶ src/${name}.${language}`],
    ['typed', `─▶ ${exported}`, `─▶ src/generated/doors.${language}`, '─┘'],
  ]);
}

/** Rows in columns, one blank apart. */
function aligned(rows: readonly (readonly string[])[]): string {
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(width(column)))
        .join(' ')
        .trimEnd(),
    )
    .join('\n');
}

/** A name of this service whose two forms differ, else one that everybody knows. */
function naming({ typed }: ServiceModel) {
  const functions = typed.interfaces.flatMap((item) => item.functions);
  const types = [...typed.interfaces.flatMap((item) => item.types), ...typed.types];
  const names = [
    ...functions.map(({ label, route }) => ({ wit: label, js: route.id })),
    ...types.map(({ label, js }) => ({ wit: label, js })),
  ];
  const found = names.find(({ wit }) => wit.includes('-'));
  return found ?? { wit: 'get-order', js: 'getOrder' };
}

function firstParagraph(text: string): string {
  return text.trim().split(/\n\s*\n/u)[0] ?? '';
}

function again({ interface: source }: ServiceModel): string {
  return source.kind === 'openapi'
    ? 'When the document changes, run the same command again: generated files follow it, yours stay, and the type check names what is missing. Your answers are kept in `.yo-rc.json`.'
    : 'The same command writes the same project again; files that you edited stay. Your answers are kept in `.yo-rc.json`.';
}

/** How much of the document is here, when that is not all of it. */
function fidelity({ typed: { report }, api }: ServiceModel): string | undefined {
  const { demotions, omissions, typedShare } = report;
  const leftOut = omissions.length + api.notes.length;
  if (demotions.length + leftOut === 0) return undefined;
  const untyped =
    demotions.length === 0
      ? ''
      : ` ${places(demotions.length)} ${demotions.length === 1 ? 'is' : 'are'} JSON text, plain text or bytes in the world, because WIT has no type for what the document says there.`;
  const out = leftOut === 0 ? '' : ` ${places(leftOut)} ${leftOut === 1 ? 'is' : 'are'} left out.`;
  return `${percent(typedShare)} of what the document types is typed here.${untyped}${out} \`wit/FIDELITY.md\` lists every place with its reason.`;
}

function places(count: number): string {
  return count === 1 ? 'One place' : `${count} places`;
}
