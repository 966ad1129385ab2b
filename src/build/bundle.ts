import { bundle, type Import, type Project, readProject } from '../../templates/node/build.mjs';
import { asFailure } from './failure.ts';

export interface Bundle {
  readonly project: Project;
  /** The imports that are left to the host, with the statement that asks for them. */
  readonly hostImports: readonly Import[];
}

/**
 * Writes the project's code as one module, `dist/NAME.js`, with the bundler of this package: the project needs no
 * installed dependencies of its own as long as its code imports none.
 *
 * @throws Failure (code 1) with file, line and column for a module that doesn't parse or an import that isn't found.
 */
export async function bundleProject(directory: string): Promise<Bundle> {
  try {
    const project = await readProject(directory);
    return { project, hostImports: await bundle(project) };
  } catch (error) {
    throw asFailure('Bundling failed', error);
  }
}
