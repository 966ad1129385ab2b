import type { ServiceModel } from '../service/model.ts';
import type { SpinManifest } from './manifest.ts';

/** The service as a Spin application: one component behind one HTTP trigger, granted nothing it didn't ask for. */
export function serviceManifest(model: ServiceModel, commands: readonly string[]): SpinManifest {
  const { name, version, description, language } = model;
  return {
    application: { name, version, ...(description === '' ? {} : { description }) },
    httpTriggers: [{ route: spinRoute(model.basePath), component: name }],
    components: new Map([
      [
        name,
        {
          source: `dist/${name}.wasm`,
          allowedOutboundHosts: [],
          build: {
            commands,
            watch: [`src/**/*.${language}`, 'wit/**/*.wit', 'scripts/*.mjs', 'package.json'],
          },
        },
      ],
    ]),
  };
}

/**
 * The route that catches everything below a base path. A template in it (`/{tenant}/v1`) is left to the component's own
 * routes: Spin takes braces literally, and `:x`, `*` and `...` as its own signs.
 */
export function spinRoute(basePath: string): string {
  const segments = basePath.split('/').filter((segment) => segment !== '');
  const end = segments.findIndex((segment) => !/^[\w.~%!$&'()+,;=@-]+$/u.test(segment));
  const fixed = end === -1 ? segments : segments.slice(0, end);
  const plain = fixed.includes('...') ? fixed.slice(0, fixed.indexOf('...')) : fixed;
  return `/${[...plain, '...'].join('/')}`;
}
