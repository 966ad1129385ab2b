import type { ProjectFile } from '../../project/file.ts';
import { MANAGERS } from '../../project/package-manager.ts';
import { renderTemplate, type TemplateFile } from '../../project/render.ts';
import { projectView } from '../../project/view.ts';
import type { PackageManager } from '../../service/model.ts';
import type { AppModel } from '../model.ts';
import { readmeView } from './readme.ts';

/** What runs a script in every component. */
const IN_EACH: Readonly<Record<PackageManager, string>> = {
  npm: 'npm --workspaces run',
  pnpm: 'pnpm --recursive run',
  yarn: 'yarn workspaces run',
  bun: "bun run --filter './components/*'",
};

const FILES: readonly (TemplateFile & { readonly only?: PackageManager })[] = [
  {
    template: 'app/README.md.ejs',
    path: 'README.md',
    owner: 'user',
    why: 'the components, their routes, and how to work with them',
  },
  {
    template: 'app/package.json.ejs',
    path: 'package.json',
    owner: 'user',
    why: 'the components as workspaces, with scripts for all of them',
  },
  {
    template: 'app/pnpm-workspace.yaml',
    path: 'pnpm-workspace.yaml',
    owner: 'user',
    why: 'the workspaces, where pnpm looks for them',
    only: 'pnpm',
  },
  {
    template: 'shared/gitignore',
    path: '.gitignore',
    owner: 'user',
    why: 'what git leaves out',
  },
  {
    template: 'app/gitattributes',
    path: '.gitattributes',
    owner: 'user',
    why: 'line ends',
  },
  {
    template: 'shared/.github/workflows/ci.yml.ejs',
    path: '.github/workflows/ci.yml',
    owner: 'user',
    why: 'the tests of every component on GitHub Actions',
  },
];

/** A workspace of the same name would be taken for the whole. */
function packageName({ service, components }: AppModel): string {
  const isTaken = components.some(({ model }) => model.name === service.name);
  return isTaken ? `${service.name}-app` : service.name;
}

/** What stands beside the components and binds them. */
export function appFiles(app: AppModel): readonly ProjectFile[] {
  const { packageManager } = app.service;
  const view = {
    ...projectView({ ...app.service, name: packageName(app) }),
    ...readmeView(app, MANAGERS[packageManager]),
    inEach: IN_EACH[packageManager],
  };
  return FILES.filter(({ only = packageManager }) => only === packageManager).map(
    ({ only: _only, ...file }) => renderTemplate(file, view),
  );
}
