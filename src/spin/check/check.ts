import { manifest as manifestShape } from './manifest/application.ts';
import { viewManifest } from './manifest/view.ts';
import type { Finding, Rule, Severity, Stage, Subject } from './rule.ts';
import { RULES_BY_SUBJECT } from './rules/index.ts';
import { RUNTIME_CONFIG } from './rules/stores.ts';
import { manifestVersion, versionRules } from './rules/version.ts';
import type { Misfit } from './serde/shape.ts';
import type { Surroundings } from './surroundings.ts';
import type { Span, TomlTable } from './toml/node.ts';
import { readToml } from './toml/read.ts';

/** Something that Spin refuses, or takes and then does wrong. */
export interface Problem {
  /** The id of its rule. */
  readonly rule: string;
  readonly severity: Severity;
  /** When Spin itself would tell. */
  readonly stage: Stage;
  readonly message: string;
  readonly file: string;
  readonly span: Span;
  /** Table and key. */
  readonly key: string;
  readonly hint?: string;
}

export interface CheckOptions {
  /** What messages call the manifest. */
  readonly name: string;
  /** What stands beside it; without it only the text is checked. */
  readonly around?: Surroundings;
  /** The text of the `runtime-config.toml` that it is to be started with. */
  readonly runtimeConfig?: string;
}

/**
 * Checks a manifest of any origin by Spin's rules: all of them, where Spin stops at the first.
 *
 * @returns the problems in the order of the text; a manifest of version 1 is only recognised
 * @throws Failure (code 2) with line and column when a text is no TOML
 */
export function checkSpinManifest(text: string, options: CheckOptions): readonly Problem[] {
  const { name, around, runtimeConfig } = options;
  const root = readToml(text, name);
  const isSecond = manifestVersion(root) === 2;
  const rules = isSecond ? [...RULES_BY_SUBJECT.values()].flat() : versionRules;
  const subject: Subject = {
    manifest: viewManifest(root),
    misfits: isSecond ? misfitsOf(root) : [],
    around,
    runtimeConfig:
      runtimeConfig === undefined ? undefined : readToml(runtimeConfig, runtimeConfigOf(name)),
  };
  return rules
    .flatMap((rule) => [...rule.check(subject)].map((finding) => problem(rule, finding, name)))
    .sort((a, b) => inOrder(a, b, name));
}

function misfitsOf(root: TomlTable): readonly Misfit[] {
  const misfits: Misfit[] = [];
  manifestShape.check(root, '', (misfit) => misfits.push(misfit));
  return misfits;
}

function problem({ id, severity, stage }: Rule, finding: Finding, name: string): Problem {
  const { isRuntimeConfig, ...rest } = finding;
  const file = isRuntimeConfig === true ? runtimeConfigOf(name) : name;
  return { rule: id, severity, stage, file, ...rest };
}

/** What messages call the runtime configuration that stands beside a manifest of this name. */
export function runtimeConfigOf(name: string): string {
  return name.replace(/[^/\\]*$/u, RUNTIME_CONFIG);
}

/** The manifest's own first, from the top. */
function inOrder(a: Problem, b: Problem, name: string): number {
  if (a.file !== b.file) return a.file === name ? -1 : 1;
  return a.span.start.line - b.span.start.line || a.span.start.column - b.span.start.column;
}
