import type { ProjectFile } from '../../project/file.ts';
import { MANAGERS } from '../../project/package-manager.ts';
import { runtimeConfigFile } from '../../project/parts/spin.ts';
import type { HttpTrigger, SpinComponent, SpinManifest } from '../../spin/manifest.ts';
import { printManifest } from '../../spin/print.ts';
import { checkManifest } from '../../spin/rules.ts';
import { runtimeConfig } from '../../spin/runtime-config.ts';
import { serviceManifest } from '../../spin/service-manifest.ts';
import { badInput } from '../../terminal/failure.ts';
import type { AppModel } from '../model.ts';

/**
 * `spin.toml` of the app: the routes of each component, and its table as its own project has it, seen from the top.
 *
 * @throws Failure (code 2) naming the table and key that Spin would refuse
 */
export function appManifestFiles(app: AppModel): readonly ProjectFile[] {
  const manifest = appManifest(app);
  const config = runtimeConfig(manifest.components.values());
  const [problem] = checkManifest(manifest, config);
  if (problem !== undefined) {
    throw badInput(`Spin would refuse the manifest: ${problem.message}`, {
      where: `spin.toml ${problem.where}`,
      hint: 'Change the answer that it comes from: a name, the version, the base path, a host.',
    });
  }
  const why = 'Spin manifest: the routes of each component, and what each is granted';
  return [
    { path: 'spin.toml', content: printManifest(manifest), owner: 'user', why },
    ...runtimeConfigFile(config),
  ];
}

function appManifest({ service, components }: AppModel): SpinManifest {
  const { install, run } = MANAGERS[service.packageManager];
  const own = components.map(({ folder, model }) => ({
    folder,
    manifest: serviceManifest(model, [install, `${run} build`]),
  }));
  const { name, version, description } = service;
  return {
    application: { name, version, ...(description === '' ? {} : { description }) },
    variables: new Map(own.flatMap(({ manifest }) => [...manifest.variables])),
    httpTriggers: httpTriggers(
      components,
      own.map(({ manifest }) => manifest),
    ),
    redisTriggers: own.flatMap(({ manifest }) => manifest.redisTriggers),
    components: new Map(
      own.flatMap(({ folder, manifest }) =>
        [...manifest.components].map(
          ([id, component]) => [id, fromTop(component, folder)] as const,
        ),
      ),
    ),
  };
}

/**
 * The routes of the components, and those that their own projects have besides the one for everything. Where two have
 * the same (`/assets/...`), it is the first one's.
 */
function httpTriggers(
  components: AppModel['components'],
  own: readonly SpinManifest[],
): readonly HttpTrigger[] {
  const triggers = new Map<string, HttpTrigger>();
  const all = [
    ...components.flatMap(({ routes, model }) =>
      routes.map((route) => ({ route, component: model.name })),
    ),
    ...own.flatMap((manifest) => manifest.httpTriggers.slice(1)),
  ];
  for (const trigger of all) {
    if (!triggers.has(trigger.route)) triggers.set(trigger.route, trigger);
  }
  return [...triggers.values()];
}

function fromTop(component: SpinComponent, folder: string): SpinComponent {
  return {
    ...component,
    ...(component.files !== undefined && {
      files: component.files.map((files) => ({ ...files, source: `${folder}/${files.source}` })),
    }),
    source: `${folder}/${component.source}`,
    build: { ...component.build, workdir: folder },
  };
}
