import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Need } from '../../needs/need.ts';
import type { ServiceModel } from '../../service/model.ts';
import { jsString } from '../encode/javascript.ts';
import type { ProjectFile } from '../file.ts';
import { sortedImports } from '../format/imports.ts';
import { bracketed, following } from '../format/layout.ts';
import { print } from '../format/print.ts';
import { packageRoot } from '../package-root.ts';
import { type Part, renderTemplate } from '../render.ts';
import { GENERATED, projectView } from '../view.ts';
import { copied, copies, withImports } from './copies.ts';
import { generatedFile } from './generated-file.ts';

/** Modules that every wrapper and the readiness route have. */
const COMMON: readonly string[] = ['host-error', 'readiness'];

/** What the component's code has of its needs: wrappers, their types, and how to tell whether each is there. */
export const needsCodePart: Part = (model) => {
  const { chosen } = model.needs;
  if (chosen.length === 0) return [];
  return [
    ...wrappers(model),
    ...chosen.flatMap(({ code }) => code.types).map(types),
    grantsModule(model),
    checksModule(model),
    ...userFiles(model),
  ];
};

function wrappers({ language, needs }: ServiceModel): readonly ProjectFile[] {
  const names = [...COMMON, ...needs.chosen.map(({ code }) => code.wrapper)];
  return withImports(names, copies('host', language))
    .filter(({ name }) => !name.startsWith('grants.'))
    .map(({ name, text }) =>
      copied(
        `src/host/${name}`,
        text,
        language,
        'what the service needs of its host, as functions',
      ),
    );
}

function types(name: string): ProjectFile {
  const text = readFileSync(join(packageRoot(), 'templates/host/types', `${name}.d.ts`), 'utf8');
  return {
    path: `src/host/types/${name}.d.ts`,
    content: `${GENERATED}\n${text}`,
    owner: 'generated',
    why: 'types of the interface that the wrapper imports',
  };
}

/** What `templates/host/grants.ts` stands for: the grants of this very service. */
function grantsModule(model: ServiceModel): ProjectFile {
  const { name, language, needs } = model;
  const typed = language === 'ts';
  const labelType = typed ? '' : ' @type {readonly [string, ...string[]]}';
  const listType = typed ? '' : ' @type {readonly string[]}';
  const list = (items: readonly string[]) => bracketed('[', items.map(jsString), ']');
  const variables = needs.variables.map((variable) => variable.name);
  const text = [
    GENERATED,
    "/** The component's id: its table in spin.toml is `[component.ID]`. */",
    `export const component = ${jsString(name)};`,
    `/** Variables that spin.toml lets the component read.${listType} */`,
    print(['export const variables = ', list(variables), typed ? ' as const;' : ';']),
    `/** Labels of key-value stores that the component may open.${labelType} */`,
    print(['export const stores = ', list(needs.stores), typed ? ' as const;' : ';']),
    `/** Labels of SQLite databases that the component may open.${labelType} */`,
    print(['export const databases = ', list(needs.databases), typed ? ' as const;' : ';']),
    `/** Servers that \`allowed_outbound_hosts\` lets the component call.${listType} */`,
    print([
      `export const outboundHosts${typed ? ': readonly string[]' : ''} =`,
      following(list(needs.outbound)),
      ';',
    ]),
    '',
  ];
  return {
    path: `src/host/grants.${language}`,
    content: text.join('\n'),
    owner: 'generated',
    why: 'what spin.toml grants, for messages and checks',
  };
}

/** Needs whose imports can be asked whether they are there. */
export function checked(chosen: readonly Need[]): readonly Need[] {
  return chosen.filter(({ wit }) => wit.imports.length > 0);
}

function checksModule({ language, needs }: ServiceModel): ProjectFile {
  const entries = checked(needs.chosen).map(({ name, code }) => ({
    need: jsString(name),
    binding: `${camel(name)}Ready`,
    module: `'../host/${code.wrapper}.${language}'`,
  }));
  const imports = entries.map(
    ({ binding, module }) => `import { ready as ${binding} } from ${module};`,
  );
  const type = `import type { Check } from '../host/readiness.ts';`;
  const items = entries.map(({ need, binding }) => `{ need: ${need}, ready: ${binding} }`);
  const typed = language === 'ts';
  const list =
    items.length > 1 ? `[\n${items.map((item) => `  ${item},\n`).join('')}]` : `[${items}]`;
  const text = [
    ...sortedImports([...imports, ...(typed ? [type] : [])]),
    '',
    '/** How to tell whether each need of the service is there. */',
    `export const checks${typed ? ': readonly Check[]' : ''} = ${list};`,
    '',
  ];
  return generatedFile(`checks.${language}`, text.join('\n'), 'whether each need is there');
}

function camel(name: string): string {
  return name.replace(/-([a-z])/gu, (_match, letter: string) => letter.toUpperCase());
}

/** The first of the files that are the user's: what a message does, and a file to serve. */
function userFiles(model: ServiceModel): readonly ProjectFile[] {
  const chosen = new Set(model.needs.chosen.map(({ name }) => name));
  const { language } = model;
  const messages = {
    template: `${language}/src/messages.${language}.ejs`,
    path: `src/messages.${language}`,
    owner: 'user',
    why: 'your code: what a message of the Redis channel does',
  } as const;
  const asset = {
    template: 'shared/assets/hello.txt.ejs',
    path: 'assets/hello.txt',
    owner: 'user',
    why: 'a first static file',
  } as const;
  const view = projectView(model);
  return [
    ...(chosen.has('redis-trigger') ? [renderTemplate(messages, view)] : []),
    ...(chosen.has('files') ? [renderTemplate(asset, view)] : []),
  ];
}
