import { rustString } from '../../rust-text.ts';
import type { Component } from '../manifest/view.ts';
import type { Finding, Rule, Subject } from '../rule.ts';
import type { WasmFile } from '../surroundings.ts';
import { at, type TomlString } from '../toml/node.ts';

export interface Binary {
  readonly component: Component;
  readonly node: TomlString;
  readonly key: string;
  readonly file: WasmFile;
}

/** The components whose source is a path, and what is there. */
export function binariesOf({ manifest, around }: Subject): readonly Binary[] {
  if (around === undefined) return [];
  return manifest.components.flatMap((component) => {
    const node = at(component.table, 'source');
    if (node?.kind !== 'string') return [];
    return [{ component, node, key: `${component.key}.source`, file: around.wasm(node.value) }];
  });
}

/** A rule on files of one kind. */
function fileRule(
  rule: Omit<Rule, 'check'>,
  kind: WasmFile['kind'],
  finding: (binary: Binary) => Pick<Finding, 'message' | 'hint'> | undefined,
): Rule {
  return {
    ...rule,
    *check(subject) {
      for (const binary of binariesOf(subject)) {
        const found = binary.file.kind === kind ? finding(binary) : undefined;
        if (found !== undefined) yield { span: binary.node.span, key: binary.key, ...found };
      }
    },
  };
}

function isBuilt({ table }: Component): boolean {
  return at(table, 'build') !== undefined;
}

const missing = fileRule(
  {
    id: 'wasm-missing',
    severity: 'error',
    stage: 'start',
    what: 'A source that is not there, and that no `build` makes',
    source: 'measured: found at start, not at load',
  },
  'missing',
  ({ component, node }) =>
    isBuilt(component) ? undefined : { message: `${rustString(node.value)} does not exist` },
);

const unbuilt = fileRule(
  {
    id: 'wasm-not-built',
    severity: 'warning',
    stage: 'start',
    what: 'A source that has not been built yet, so that its imports and exports were not checked',
    source: 'measured: found at start, not at load',
  },
  'missing',
  ({ component, node }) =>
    isBuilt(component)
      ? {
          message: `${rustString(node.value)} does not exist: its imports and exports were not checked`,
          hint: 'Build it: spin build',
        }
      : undefined,
);

const precompiled = fileRule(
  {
    id: 'wasm-precompiled',
    severity: 'error',
    stage: 'start',
    what: 'A source that was compiled for one machine already (`.cwasm`)',
    source: 'measured',
  },
  'precompiled',
  ({ node }) => ({
    message: `${rustString(node.value)} is precompiled code, which Spin does not run`,
    hint: 'Give the component that it was compiled from.',
  }),
);

const invalid = fileRule(
  {
    id: 'wasm-invalid',
    severity: 'error',
    stage: 'start',
    what: 'A source that is no WebAssembly',
    source: 'crates/trigger/src/loader.rs',
  },
  'other',
  ({ node }) => ({ message: `${rustString(node.value)} is no WebAssembly component` }),
);

const coreModule = fileRule(
  {
    id: 'wasm-module',
    severity: 'warning',
    stage: 'never',
    what: 'A source that is a core module: Spin makes a component of it each time it loads it',
    source: 'crates/componentize',
  },
  'module',
  ({ node }) => ({
    message: `${rustString(node.value)} is a core module, not a component: Spin tries to make one of it; its imports and exports were not checked`,
    hint: 'Build a component: componentize-js, cargo component, or `wasm-tools component new`.',
  }),
);

export const wasmRules: readonly Rule[] = [missing, unbuilt, precompiled, invalid, coreModule];
