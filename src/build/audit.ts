import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { audit, WORLD } from '../../templates/node/build.mjs';
import { interfacesOf } from '../../templates/node/interfaces.mjs';
import type { Bundle } from './bundle.ts';
import { asFailure } from './failure.ts';
import type { BuildResult } from './result.ts';

/**
 * Reads from the component what it imports and exports, and refuses what only some hosts have and what spin.toml does
 * not grant.
 *
 * @throws Failure (code 1) that names the import and the statement that asks for it.
 */
export async function auditComponent({ project, hostImports }: Bundle): Promise<BuildResult> {
  const component = await readFile(project.component);
  try {
    const interfaces = interfacesOf(component);
    await audit(interfaces, project, hostImports);
    return {
      bundle: project.bundle,
      component: project.component,
      wit: project.wit,
      world: WORLD,
      bytes: component.length,
      sha256: createHash('sha256').update(component).digest('hex'),
      ...interfaces,
    };
  } catch (error) {
    throw asFailure('The audit failed', error);
  }
}
