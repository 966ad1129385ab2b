import { printManifest } from '../../spin/print.ts';
import { checkManifest } from '../../spin/rules.ts';
import { serviceManifest } from '../../spin/service-manifest.ts';
import { badInput } from '../../terminal/failure.ts';
import { MANAGERS } from '../package-manager.ts';
import type { Part } from '../render.ts';

/**
 * `spin.toml`, checked by Spin's rules before anything is written. It installs before it builds, so that `spin build`
 * works in a fresh clone.
 *
 * @throws Failure (code 2) naming the table and key that Spin would refuse
 */
export const spinPart: Part = (model) => {
  const { install, run } = MANAGERS[model.packageManager];
  const manifest = serviceManifest(model, [install, `${run} build`]);
  const [problem] = checkManifest(manifest);
  if (problem !== undefined) {
    throw badInput(`Spin would refuse the manifest: ${problem.message}`, {
      where: `spin.toml ${problem.where}`,
      hint: 'Choose another name, version or base path.',
    });
  }
  const why = 'Spin manifest: HTTP trigger, build command, nothing granted';
  return [{ path: 'spin.toml', content: printManifest(manifest), owner: 'user', why }];
};
