import { badInput } from '../../terminal/failure.ts';
import { RUNTIME_CONFIG } from '../runtime-config.ts';
import { manifest as manifestShape } from './manifest/application.ts';
import { firstManifest } from './manifest/first-version.ts';
import { translate } from './manifest/translate.ts';
import { viewManifest } from './manifest/view.ts';
import type { Finding, Rule, Severity, Stage, Subject } from './rule.ts';
import { RULES_BY_SUBJECT } from './rules/index.ts';
import { storeRules } from './rules/stores.ts';
import { syntaxFinding, syntaxRules } from './rules/syntax.ts';
import { type ManifestVersion, manifestVersion, versionRules } from './rules/version.ts';
import type { Misfit, Shape } from './serde/shape.ts';
import type { Surroundings } from './surroundings.ts';
import type { Span, TomlTable } from './toml/node.ts';
import { readToml } from './toml/read.ts';
import { TomlRefusal } from './toml/refusal.ts';

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
  /** The text of the runtime configuration that it is to be started with. */
  readonly runtimeConfig?: string;
  /** What messages call that. */
  readonly runtimeConfigName?: string;
}

/** Manifests have a few KB. */
const LARGEST = 8 * 1024 * 1024;

/**
 * Checks a manifest of any origin by Spin's rules: all of them, where Spin stops at the first.
 *
 * @returns the problems in the order of the text; of a text that is no TOML only where it isn't
 * @throws Failure (code 2) for more than 8 MB
 */
export function checkSpinManifest(text: string, options: CheckOptions): readonly Problem[] {
  const { name, around, runtimeConfig, runtimeConfigName: configName = RUNTIME_CONFIG } = options;
  const read = tomlOf(text, name);
  const config = runtimeConfig === undefined ? {} : tomlOf(runtimeConfig, configName);
  const syntax = [
    ...(read.refused ?? []),
    ...(config.refused ?? []).map((finding) => ({ ...finding, isRuntimeConfig: true as const })),
  ];
  const root = read.root ?? EMPTY;
  const version = manifestVersion(root);
  const subject: Subject = {
    root,
    manifest: version === 1 ? viewManifest(translate(root), 1) : viewManifest(root),
    misfits: version === 'none' ? [] : misfitsOf(root, SHAPES[version]),
    syntax,
    around,
    runtimeConfig: config.root,
  };
  const rules = rulesFor(read, config, version);
  return rules
    .flatMap((rule) =>
      [...rule.check(subject)].map((finding) => problem(rule, finding, { name, configName })),
    )
    .sort((a, b) => inOrder(a, b, name));
}

interface ReadToml {
  readonly root?: TomlTable;
  /** Why it is no TOML. */
  readonly refused?: readonly Finding[];
}

const EMPTY = readToml('');

function tomlOf(text: string, name: string): ReadToml {
  if (text.length > LARGEST) {
    throw badInput(`The file is too large for a manifest: at most ${LARGEST / 1024 ** 2} MB.`, {
      where: name,
    });
  }
  const source = text.startsWith('\ufeff') ? text.slice(1) : text;
  try {
    return { root: readToml(source) };
  } catch (error) {
    if (error instanceof TomlRefusal) return { refused: [syntaxFinding(error, source)] };
    throw error;
  }
}

function rulesFor(read: ReadToml, config: ReadToml, version: ManifestVersion): readonly Rule[] {
  if (read.refused !== undefined) return syntaxRules;
  if (version === 'none') return [...syntaxRules, ...versionRules];
  const rules = [...RULES_BY_SUBJECT.values()].flat();
  // Which labels it defines isn't known.
  return config.refused === undefined ? rules : rules.filter((rule) => !storeRules.includes(rule));
}

const SHAPES = { 1: firstManifest, 2: manifestShape } as const;

function misfitsOf(root: TomlTable, shape: Shape): readonly Misfit[] {
  const misfits: Misfit[] = [];
  shape.check(root, '', (misfit) => misfits.push(misfit));
  return misfits;
}

function problem(
  { id, severity, stage }: Rule,
  finding: Finding,
  { name, configName }: { readonly name: string; readonly configName: string },
): Problem {
  const { isRuntimeConfig, ...rest } = finding;
  const file = isRuntimeConfig === true ? configName : name;
  return { rule: id, severity, stage, file, ...rest };
}

/** The manifest's own first, from the top. */
function inOrder(a: Problem, b: Problem, name: string): number {
  if (a.file !== b.file) return a.file === name ? -1 : 1;
  return a.span.start.line - b.span.start.line || a.span.start.column - b.span.start.column;
}
