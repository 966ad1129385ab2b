import type { ServiceModel } from '../service/model.ts';
import type { ProjectFile } from './file.ts';
import { doorsPart } from './parts/doors.ts';
import { examplesPart } from './parts/examples.ts';
import { migrationFiles } from './parts/migration.ts';
import { needsCodePart } from './parts/needs-code.ts';
import { needsHostPart } from './parts/needs-host.ts';
import { readmePart } from './parts/readme.ts';
import { nodePart, runtimePart } from './parts/runtime.ts';
import { servicePart } from './parts/service.ts';
import { serviceTypesPart } from './parts/service-types.ts';
import { spinPart } from './parts/spin.ts';
import { tablePart } from './parts/table.ts';
import { fromTemplate } from './parts/templates.ts';
import { callsPart, requestsPart, unitTestPart } from './parts/tests.ts';
import { witPart } from './parts/wit.ts';
import type { Part } from './render.ts';

/** Everything an emitted project consists of. A new template is a file in `templates/project/` and an entry here. */
const PARTS: readonly Part[] = [
  witPart,
  servicePart,
  serviceTypesPart,
  tablePart,
  examplesPart,
  doorsPart,
  runtimePart,
  nodePart,
  needsCodePart,
  needsHostPart,
  unitTestPart,
  requestsPart,
  callsPart,
  spinPart,
  readmePart,
  fromTemplate({
    template: 'LANG/src/component.LANG.ejs',
    path: 'src/component.LANG',
    owner: 'user',
    why: 'the two doors of the component',
  }),
  fromTemplate({
    template: 'LANG/src/generated/handler.LANG.ejs',
    path: 'src/generated/handler.LANG',
    owner: 'generated',
    why: 'the HTTP door, a fetch handler',
  }),
  fromTemplate({
    template: 'shared/src/engine.d.ts.ejs',
    path: 'src/generated/engine.d.ts',
    owner: 'generated',
    why: 'type of the fetch event',
  }),
  fromTemplate({
    template: 'LANG/test/component.test.LANG.ejs',
    path: 'test/component.test.LANG',
    owner: 'generated',
    why: 'tests of the built component, over HTTP and through its typed exports',
  }),
  fromTemplate({
    template: 'shared/package.json.ejs',
    path: 'package.json',
    owner: 'user',
    why: 'scripts and exact versions of the toolchain',
  }),
  fromTemplate({
    template: 'shared/tsconfig.json.ejs',
    path: 'tsconfig.json',
    owner: 'user',
    why: 'strict type checking',
  }),
  fromTemplate({
    template: 'shared/gitignore',
    path: '.gitignore',
    owner: 'user',
    why: 'what git leaves out',
  }),
  fromTemplate({
    template: 'shared/gitattributes',
    path: '.gitattributes',
    owner: 'user',
    why: 'line ends, and which files nobody reviews',
  }),
  fromTemplate({
    template: 'shared/.github/workflows/ci.yml.ejs',
    path: '.github/workflows/ci.yml',
    owner: 'user',
    why: 'the tests on GitHub Actions',
  }),
];

/**
 * The files of the project for a service, sorted by path. The same model gives the same bytes.
 *
 * @throws Failure (code 2) when the service can't be a Spin application, or when this package has not been built
 */
export async function planProject(model: ServiceModel): Promise<readonly ProjectFile[]> {
  const parts = await Promise.all(PARTS.map((part) => part(model)));
  const rest = parts.flat();
  const files = [...rest, ...migrationFiles(model, rest)];
  files.forEach(assertSound);
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** What `ProjectFile` promises. Not an error of the user's: a part of the plan broke it. */
function assertSound({ path, content }: ProjectFile, index: number, files: ProjectFile[]): void {
  const inside = /^(?!\/)(?!.*(?:^|\/)\.\.?(?:\/|$))[^\\:]+$/u.test(path);
  const text = content.endsWith('\n') && !content.endsWith('\n\n') && !content.includes('\r');
  const once = files.findIndex((file) => file.path === path) === index;
  if (!inside || !text || !once) throw new Error(`The plan of ${path} is broken.`);
}
