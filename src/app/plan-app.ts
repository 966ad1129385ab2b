import type { ProjectFile } from '../project/file.ts';
import { migrationFiles } from '../project/parts/migration.ts';
import { planProject } from '../project/plan.ts';
import type { AppModel } from './model.ts';
import { appFiles } from './parts/files.ts';
import { appManifestFiles } from './parts/manifest.ts';

/** A workflow below the root is none (GitHub reads `.github` of the repository alone); the app's builds them all. */
const NOT_OF_A_COMPONENT = /^\.github\//u;

/**
 * The files of an app, sorted by path: each component's project in its folder, and what binds them at the top. The same
 * model gives the same bytes.
 *
 * @throws Failure (code 2) when Spin would refuse the app, or this package has not been built
 */
export async function planApp(app: AppModel): Promise<readonly ProjectFile[]> {
  const projects = await Promise.all(
    app.components.map(async ({ folder, model }) => {
      const files = await planProject(model);
      return files
        .filter(({ path }) => !NOT_OF_A_COMPONENT.test(path))
        .map((file) => ({ ...file, path: `${folder}/${file.path}` }));
    }),
  );
  const rest = [...projects.flat(), ...appManifestFiles(app), ...appFiles(app)];
  const files = [...rest, ...migrationFiles(app.service, rest)];
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}
