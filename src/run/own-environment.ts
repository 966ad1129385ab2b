import { join } from 'node:path';
import { QueuedAdapter } from '@yeoman/adapter';
import type { InputOutputAdapter as Adapter } from '@yeoman/types';
import { createEnv } from 'yeoman-environment';
import WasmComponent from '../../generators/app/index.ts';
import { packageRoot } from '../project/package-root.ts';
import type { Host } from './host.ts';

const NAMESPACE = 'wasm-component:app';

/**
 * Runs the generator in a Yeoman environment made for it alone.
 *
 * @throws ReportedFailure when a phase fails
 */
export async function runInOwnEnvironment(words: readonly string[], host: Host): Promise<void> {
  const { stdin, stderr } = host;
  // stdout belongs to --json.
  const adapter = new QueuedAdapter({ stdin, stdout: stderr, stderr });
  // The types of the two packages differ in whether an absent property may be `undefined`.
  const env = createEnv({ adapter: adapter as unknown as Adapter });
  env.register(WasmComponent, {
    namespace: NAMESPACE,
    resolved: join(packageRoot(), 'generators', 'app', 'index.js'),
    packagePath: packageRoot(),
  });
  const options = { words };
  await env.run([NAMESPACE], options as Parameters<typeof env.run>[1]);
}
