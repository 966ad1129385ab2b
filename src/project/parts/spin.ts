import type { SpinManifest } from '../../spin/manifest.ts';
import { printManifest } from '../../spin/print.ts';
import { checkManifest } from '../../spin/rules.ts';
import { RUNTIME_CONFIG, runtimeConfig } from '../../spin/runtime-config.ts';
import { serviceManifest } from '../../spin/service-manifest.ts';
import { badInput } from '../../terminal/failure.ts';
import type { ProjectFile } from '../file.ts';
import { MANAGERS } from '../package-manager.ts';
import type { Part } from '../render.ts';

/**
 * `spin.toml`, and `runtime-config.toml` for what it names and Spin does not have by itself, checked by Spin's rules before anything is written. It installs before it builds, so that `spin build`
 * works in a fresh clone.
 *
 * @throws Failure (code 2) naming the table and key that Spin would refuse
 */
export const spinPart: Part = (model) => {
  const { install, run } = MANAGERS[model.packageManager];
  const manifest = serviceManifest(model, [install, `${run} build`]);
  const config = runtimeConfig(manifest.components.values());
  const [problem] = checkManifest(model.app === undefined ? manifest : alone(manifest), config);
  if (problem !== undefined) {
    throw badInput(`Spin would refuse the manifest: ${problem.message}`, {
      where: `spin.toml ${problem.where}`,
      hint: 'Change the answer that it comes from: a name, the version, the base path, a host.',
    });
  }
  const why = 'Spin manifest: HTTP trigger, build command, nothing granted';
  return [
    { path: 'spin.toml', content: printManifest(manifest), owner: 'user', why },
    ...runtimeConfigFile(config),
  ];
};

/** Without the other components of its app, which only the app's manifest knows: that is checked as a whole. */
function alone(manifest: SpinManifest): SpinManifest {
  const components = [...manifest.components].map(([id, component]) => {
    const hosts = component.allowedOutboundHosts.filter(
      (entry) => !/\.spin\.internal(?::[^/]*)?$/u.test(entry),
    );
    return [id, { ...component, allowedOutboundHosts: hosts }] as const;
  });
  return { ...manifest, components: new Map(components) };
}

/** `runtime-config.toml`, where one is needed. */
export function runtimeConfigFile(config: string | undefined): readonly ProjectFile[] {
  if (config === undefined) return [];
  const why = 'where Spin keeps the stores and databases that are not `default`';
  return [{ path: RUNTIME_CONFIG, content: config, owner: 'user', why }];
}
