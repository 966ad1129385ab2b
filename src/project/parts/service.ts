import type { Counter, Need } from '../../needs/need.ts';
import type { ErrorCode } from '../../runtime/table.ts';
import type { Language, ServiceModel } from '../../service/model.ts';
import { GREETING, starterStore, UNKNOWN_NAME } from '../../service/starter.ts';
import type { ApiFunction } from '../../wit/typed-api.ts';
import { jsBinding, jsDoc, jsProperty, jsString } from '../encode/javascript.ts';
import { sortedImports } from '../format/imports.ts';
import { bracketed } from '../format/layout.ts';
import { print } from '../format/print.ts';
import { documentedError, errorType, hasValue, operations, requestLine } from '../operations.ts';
import { type Part, renderTemplate, renderText } from '../render.ts';
import { errorCase } from '../types/service-types.ts';
import { projectView } from '../view.ts';

const WHY = 'your code: one function an operation';

/** The user's functions: the starter's comes written, all others are stubs. */
export const servicePart: Part = (model) => {
  const path = `src/${model.name}.${model.language}`;
  if (model.interface.kind !== 'starter') {
    return [{ path, content: stubs(model), owner: 'user', why: WHY }];
  }
  const template = `${model.language}/src/starter.${model.language}.ejs`;
  return [renderTemplate({ template, path, owner: 'user', why: WHY }, starterView(model))];
};

/** What the templates of the starter's function and of its test read. */
export function starterView(model: ServiceModel) {
  const [greet] = operations(model);
  if (greet === undefined) throw new Error('The starter has no operation.');
  const starter = {
    path: greet.route.path.replaceAll('*/', '*\\/'),
    error: errorType(model, greet),
    unknown: UNKNOWN_NAME,
    ...starterNeeds(model),
  };
  return { ...projectView(model), starter };
}

/** What the starter does with the needs of the service: it counts in the first store, and greets as a variable says. */
function starterNeeds(model: ServiceModel) {
  const { language, needs } = model;
  const store = starterStore(needs.chosen);
  const { wrapper, binding } = reader(needs.chosen);
  const reads = binding !== undefined && needs.variables.some(({ name }) => name === GREETING);
  const module = (name: string) => `'./host/${name}.${language}'`;
  const types = errorType(model, operations(model)[0] as ApiFunction);
  return {
    greeting: reads ? `\${${binding}.get(${jsString(GREETING)})}` : 'Hello',
    reads,
    counter: store?.counter && { ...store.counter, body: counterBody(store.counter, language) },
    title: store?.title,
    server: store?.proof.server !== undefined,
    test: store?.proof.server === undefined ? 'it' : 'it.skipIf(away !== undefined)',
    wrapper: store?.code.wrapper,
    imports: sortedImports([
      ...(language === 'ts'
        ? [`import type { ${types}, Service } from './generated/service.ts';`]
        : []),
      ...(reads ? [`import { ${binding} } from ${module(wrapper)};`] : []),
      ...(store?.proof.server !== undefined
        ? [`import { HostError } from ${module('host-error')};`]
        : []),
      ...(store?.counter !== undefined
        ? [`import { ${store.counter.binding} } from ${module(store.code.wrapper)};`]
        : []),
    ]),
  };
}

function counterBody({ binding, template }: Counter, language: Language): string {
  const data = { binding, typed: language === 'ts' };
  return renderText(`shared/src/counters/${template}.ejs`, data);
}

/** The wrapper that reads variables, and what it exports. */
function reader(chosen: readonly Need[]) {
  const names = chosen.map(({ name }) => name);
  if (names.includes('variables')) return { wrapper: 'config', binding: 'config' };
  if (names.includes('wasi-config')) return { wrapper: 'wasi-config', binding: 'wasiConfig' };
  return { wrapper: '', binding: undefined };
}

function stubs(model: ServiceModel): string {
  const functions = operations(model).map((item) => stub(item));
  const methods = functions.join('\n');
  if (model.language === 'js') {
    const docs = jsDoc(teaching(model), 0, ['@type {Service}']).join('\n');
    return `/** @import { Service } from './generated/service.js' */
import { notImplemented } from './generated/service.js';

${docs}
export const service = {
${methods}};
`;
  }
  return `import { notImplemented, type Service } from './generated/service.ts';

${jsDoc(teaching(model)).join('\n')}
export const service: Service = {
${methods}};
`;
}

function stub(item: ApiFunction): string {
  const parameters = item.parameters.map(({ js }) => `_${jsBinding(js)}`);
  const head = print([`${jsProperty(item.route.id)}`, bracketed('(', parameters, ')'), ' {'], 2);
  return `${jsDoc(stubDocs(item), 2).join('\n')}
  ${head}
    ${print(['throw notImplemented', bracketed('(', [jsString(item.route.id)], ')'), ';'], 4)}
  },
`;
}

/** Route, summary and errors; everything else is in the type's own comment, which editors show. */
function stubDocs(item: ApiFunction): string {
  const [summary = ''] = (item.docs ?? '').split('\n');
  const cases = item.route.errors.map(errorCase);
  const errors = cases.length === 0 ? [] : [`Throws ${cases.join(', ')}.`];
  const request = `\`${requestLine(item)}\``;
  if (summary === '' || summary === request) return [`${request}.`, ...errors].join(' ');
  return [`${request}: ${summary}`, ...errors].join(' ');
}

function teaching(model: ServiceModel): string {
  const documented = documentedError(operations(model));
  const tag = jsString(documented?.error.tag ?? 'other');
  const value = documented === undefined ? ", val: [409, 'why']" : payload(documented.error);
  const checked =
    documented !== undefined && model.language === 'ts'
      ? ` satisfies ${errorType(model, documented.function)}`
      : '';
  return `What the service does: one function an operation, called by both doors of the component.

- Over HTTP a parameter comes checked: what doesn't fit was answered 400. Drop its \`_\` when you use it.
- Return what the operation answers, at once or as a promise.
- Throw an error of the document as its case:
  \`throw { tag: ${tag}${value} }${checked};\`
- Whatever else is thrown is answered 500, and its stack goes to stderr.`;
}

function payload(error: ErrorCode): string {
  return hasValue(error) ? ', val: { … }' : '';
}
