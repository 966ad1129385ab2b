import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HostInterface, Need } from '../../needs/need.ts';
import type { WorldInterface, WorldOptions } from '../../wit/printing/print.ts';
import { packageRoot } from '../package-root.ts';

/** What the needs add to the world. */
export function worldOptions(chosen: readonly Need[]): WorldOptions {
  return {
    imports: chosen.flatMap((need) => interfaces(need, need.wit.imports)),
    exports: chosen.flatMap((need) => interfaces(need, need.wit.exports)),
  };
}

function interfaces({ stage }: Need, names: readonly string[]): readonly WorldInterface[] {
  const draft =
    'A draft, which may change before it is released: hosts run exactly this version of it.';
  return names.map((name) => ({ name, ...(stage === 'draft' && { note: draft }) }));
}

/**
 * The packages that those interfaces come from, with no other interface in them: texts by path inside `wit/`. A world
 * asks of its host whatever it imports, so nothing is there that the service does not use.
 */
export function hostPackages(chosen: readonly Need[]): ReadonlyMap<string, string> {
  const packages = new Map<string, Set<string>>();
  for (const { package: id, file } of chosen.flatMap(({ wit }) => wit.interfaces)) {
    packages.set(id, (packages.get(id) ?? new Set()).add(file));
  }
  return new Map(
    [...packages].map(([id, files]) => [
      `deps/${id.replace(/[:@]/gu, '-')}/package.wit`,
      packageText(id, files),
    ]),
  );
}

function packageText(id: HostInterface['package'], files: ReadonlySet<string>): string {
  const folder = join(packageRoot(), 'templates', 'host', 'wit');
  const texts = [...files].map((file) => readFileSync(join(folder, `${file}.wit`), 'utf8'));
  return `package ${id};\n\n${texts.join('\n')}`;
}
