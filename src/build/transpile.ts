import {
  ComponentFault,
  type HostOptions,
  type ServedComponent,
  serveComponent,
} from '../../templates/node/component-host.ts';
import { proofFailed } from '../terminal/failure.ts';

/**
 * Transpiles the component with jco and serves it on a free port, in a thread of its own.
 *
 * @throws Failure (code 1) when jco or Node refuses the component.
 */
export async function transpileComponent(
  component: string,
  options?: HostOptions,
): Promise<ServedComponent> {
  try {
    return await serveComponent(component, options);
  } catch (error) {
    if (!(error instanceof ComponentFault)) throw error;
    throw proofFailed(`jco can't transpile the component: ${error.message}`, {
      where: component,
      cause: error,
    });
  }
}
