import type { ServiceModel } from '../../service/model.ts';
import { jsString } from '../encode/javascript.ts';
import type { ProjectFile } from '../file.ts';
import { bracketed } from '../format/layout.ts';
import { print } from '../format/print.ts';
import { type Part, renderTemplate } from '../render.ts';
import { GENERATED, projectView } from '../view.ts';
import { copied, copies, withImports } from './copies.ts';
import { needsView } from './needs-view.ts';

/** What a project has so that its needs are there: on Node for the tests, and in the environment. */
export const needsHostPart: Part = (model) => {
  if (model.needs.chosen.length === 0) return [];
  const security = {
    template: 'shared/SECURITY.md.ejs',
    path: 'SECURITY.md',
    owner: 'user',
    why: 'what the sandbox protects from, and what it does not',
  } as const;
  const types = {
    template: 'ts/test/readiness.d.mts.ejs',
    path: 'test/hosts/readiness.d.mts',
    owner: 'generated',
    why: "types for the component's test",
  } as const;
  const view = { ...projectView(model), ...needsView(model) };
  return [
    ...hostModules(model),
    ...(model.language === 'ts' ? [renderTemplate(types, view)] : []),
    testConfig(model),
    ...environment(model),
    renderTemplate(security, view),
  ];
};

/** The modules of `templates/node/hosts/` that answer the imports, with those that they import themselves. */
export function hostModules({ language, needs }: ServiceModel): readonly ProjectFile[] {
  const all = copies('node', language)
    .filter(({ name }) => name.startsWith('hosts/'))
    .map(({ name, text }) => ({ name: name.slice('hosts/'.length), text }));
  const names = needs.chosen.flatMap(({ proof }) => proof.host ?? []);
  return withImports(['grants', 'readiness', 'unit-tests', ...names], all).map(({ name, text }) =>
    // Drivers come without types for the checker of JavaScript projects.
    copied(
      `test/hosts/${name}`,
      text.replace('// @ts-check\n', ''),
      language,
      'answers what the component asks of its host',
    ),
  );
}

/** Vitest's configuration: functions that use a wrapper are tested in Node, by the same modules. */
function testConfig({ name, needs }: ServiceModel): ProjectFile {
  const hosts = needs.chosen.flatMap(({ proof }) => proof.host ?? []);
  const text = [
    GENERATED,
    "import { defineConfig } from 'vitest/config';",
    "import { hostImports } from './test/hosts/unit-tests.mjs';",
    '',
    print(['const hosts = ', bracketed('[', hosts.map(jsString), ']'), ';']),
    '',
    `export default defineConfig({ plugins: [hostImports(${jsString(name)}, hosts)] });`,
    '',
  ];
  return {
    path: 'vitest.config.mjs',
    content: text.join('\n'),
    owner: 'generated',
    why: 'lets unit tests import what the host answers',
  };
}

/** `.env.example`: every variable by the name that Spin reads. The values of secrets are nobody's but the user's. */
function environment({ needs }: ServiceModel): readonly ProjectFile[] {
  if (needs.variables.length === 0) return [];
  const lines = needs.variables.map(({ name, fallback, description, secret }) => {
    const kind = secret ? ' A secret.' : fallback === undefined ? ' Required.' : '';
    const said = description.endsWith('Required.') ? '' : kind;
    return `# ${description}${said}\nSPIN_VARIABLE_${name.toUpperCase()}=${envValue(fallback ?? '')}\n`;
  });
  const head =
    '# Copy to .env, which git ignores: Spin and the tests read it there. In production set the same names where it runs.\n';
  return [
    {
      path: '.env.example',
      content: [head, ...lines].join('\n'),
      owner: 'user',
      why: 'the variables that the service reads',
    },
  ];
}

/** A value of a dotenv file: in single quotes where signs would mean something; they hold no line ends. */
export function envValue(text: string): string {
  if (/^[\w./:@%+,-]*$/u.test(text)) return text;
  const line = text.replace(/[\r\n]+/gu, ' ');
  return line.includes("'") ? `"${line.replace(/["\\$`]/gu, '\\$&')}"` : `'${line}'`;
}
