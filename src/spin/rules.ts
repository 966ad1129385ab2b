/**
 * The rules for what we emit, checked before it is written: those of Spin, by its text, and what we want besides. Here a
 * warning is as good as an error: what Spin takes and then does wrong isn't written either.
 */
import { checkSpinManifest } from './check/check.ts';
import { kebabProblem } from './ids.ts';
import type { SpinManifest } from './manifest.ts';
import { printManifest } from './print.ts';
import { versionProblem } from './versions.ts';

export interface SpinProblem {
  /** Table and key: `component.orders.source`. */
  readonly where: string;
  readonly message: string;
}

/**
 * Checks a manifest. No problems: Spin loads it and serves every route.
 *
 * @param runtimeConfig - the text of the `runtime-config.toml` that is emitted with it
 */
export function checkManifest(
  manifest: SpinManifest,
  runtimeConfig?: string,
): readonly SpinProblem[] {
  const options = runtimeConfig === undefined ? {} : { runtimeConfig };
  const problems = checkSpinManifest(printManifest(manifest), { name: 'spin.toml', ...options });
  return [
    ...applicationProblems(manifest),
    ...manifest.httpTriggers.flatMap(({ route }, index) => routeProblems(route, index)),
    ...[...manifest.components].flatMap(([id, { source }]) => sourceProblems(source, id)),
    ...problems.map(({ key, message }) => ({ where: key, message })),
  ];
}

/** Spin takes any text for both; the registries that applications are pushed to don't. */
function applicationProblems({ application }: SpinManifest): SpinProblem[] {
  const { name, version } = application;
  const message = kebabProblem(name);
  return [
    ...(message === undefined ? [] : [{ where: 'application.name', message }]),
    ...(versionProblem(version) === undefined
      ? []
      : [
          {
            where: 'application.version',
            message: `"${version}" is no semantic version (1.2.3)`,
          },
        ]),
  ];
}

/** Spin adds a slash where none is, and takes what no path can have. */
function routeProblems(route: string, index: number): SpinProblem[] {
  const where = `trigger.http[${index}].route`;
  if (!route.startsWith('/')) return [{ where, message: `${route} does not begin with /` }];
  return /[\s?#]/u.test(route) ? [{ where, message: `${route} is no path` }] : [];
}

function sourceProblems(source: string, id: string): SpinProblem[] {
  const where = `component.${id}.source`;
  if (/^(?:\/|[A-Za-z]:)|\\/u.test(source) || source.split('/').includes('..')) {
    return [{ where, message: `${source} is not a path inside the application` }];
  }
  return source.endsWith('.wasm') ? [] : [{ where, message: `${source} is no .wasm file` }];
}
