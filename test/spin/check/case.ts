import { checkSpinManifest, type Problem } from '../../../src/spin/check/check.ts';
import type { Surroundings, WasmFile } from '../../../src/spin/check/surroundings.ts';

/** Where in `MANIFEST` the lines of a case stand. */
export type Section = 'top' | 'application' | 'variables' | 'trigger' | 'component' | 'end';

/** A manifest that Spin refuses or takes wrongly, and the same without the mistake. */
export interface Case {
  readonly title: string;
  readonly rule: string;
  /** Lines in that section; `whole` is a manifest of its own. */
  readonly section: Section | 'whole';
  /** With `▸` in front of what the problem is about. */
  readonly wrong: string;
  readonly message: string | RegExp;
  readonly right: string;
  /** What stands beside the manifest. */
  readonly beside?: Readonly<Record<string, WasmFile | 'file' | 'folder'>>;
  readonly runtimeConfig?: string;
}

/** Cases of one rule; a tuple is title, section, wrong, message, right. */
export function casesOf(
  rule: string,
  ...cases: readonly (readonly [
    title: string,
    section: Case['section'],
    wrong: string,
    message: string | RegExp,
    right: string,
    more?: Pick<Case, 'beside' | 'runtimeConfig'>,
  ])[]
): readonly Case[] {
  return cases.map(([title, section, wrong, message, right, more]) => {
    return { title, rule, section, wrong, message, right, ...more };
  });
}

/** A manifest that nothing is wrong with, with more lines in one section. */
export function manifest(section: Case['section'], lines: string): string {
  if (section === 'whole') return lines;
  const more = (here: Section): readonly string[] => (here === section ? [lines] : []);
  return [
    'spin_manifest_version = 2',
    ...more('top'),
    '[application]',
    'name = "shop"',
    ...more('application'),
    '[variables]',
    'api_host = { default = "api.example.com" }',
    ...more('variables'),
    '[[trigger.http]]',
    'route = "/..."',
    'component = "orders"',
    ...more('trigger'),
    '[component.orders]',
    'source = "orders.wasm"',
    'variables.host = "{{ api_host }}"',
    ...more('component'),
    ...more('end'),
    '',
  ].join('\n');
}

/** Checks what a case says, without its mark. */
export function check(text: string, one: Case): readonly Problem[] {
  const { beside, runtimeConfig } = one;
  return checkSpinManifest(text.replaceAll('▸', ''), {
    name: 'spin.toml',
    ...(beside === undefined ? {} : { around: besideOf(beside) }),
    ...(runtimeConfig === undefined ? {} : { runtimeConfig: runtimeConfig.replaceAll('▸', '') }),
  });
}

/** Where the mark is, from 1. */
export function markIn(text: string): { readonly line: number; readonly column: number } {
  const before = text.slice(0, text.indexOf('▸')).split('\n');
  return { line: before.length, column: [...(before.at(-1) ?? '')].length + 1 };
}

function besideOf(files: NonNullable<Case['beside']>): Surroundings {
  const all = new Map(Object.entries(files));
  return {
    kindOf(path) {
      const found = all.get(path);
      return found === undefined || typeof found === 'string' ? found : 'file';
    },
    hasMatch: (glob) => [...all.keys()].some((path) => path.startsWith(glob.replace(/\*.*$/u, ''))),
    wasm(path) {
      const found = all.get(path);
      return found === undefined || typeof found === 'string' ? { kind: 'missing' } : found;
    },
  };
}

/** A component with these names. */
export function component(imports: readonly string[], exports: readonly string[]): WasmFile {
  return { kind: 'component', names: { imports, exports } };
}
