/**
 * Names of dependencies: `name`, `ns:name`, `ns:name/interface`, `…@1.0.0`.
 * Source: spinframework/spin 94a8fc8a, `crates/serde/src/dependencies.rs`; the wording is Spin's.
 */
import { kebabProblem } from './ids.ts';
import { readVersion, type Version, versionProblem } from './versions.ts';

/** A dependency that is named by its package. */
export interface PackageName {
  readonly package: string;
  readonly interface: string | undefined;
  readonly version: Version | undefined;
}

/** What is wrong with a name as Spin says it; `undefined` when nothing is. */
export function dependencyNameProblem(name: string): string | undefined {
  if (!/[:/]/u.test(name)) return kebabProblem(name);
  const { spec, version, iface } = split(name);
  const wrongVersion = version === undefined ? undefined : versionProblem(version);
  if (wrongVersion !== undefined) return wrongVersion;
  return packageProblem(spec) ?? (iface === undefined ? undefined : kebabProblem(iface));
}

/** The parts of a name; `undefined` when it names no package. */
export function readPackageName(name: string): PackageName | undefined {
  if (!/[:/]/u.test(name) || dependencyNameProblem(name) !== undefined) return undefined;
  const { spec, version, iface } = split(name);
  return {
    package: spec,
    interface: iface,
    version: version === undefined ? undefined : readVersion(version),
  };
}

/** What is wrong with `namespace:name` (wasm-pkg-common `package.rs`). */
export function packageProblem(spec: string): string | undefined {
  const colon = spec.indexOf(':');
  if (colon === -1) return "missing expected ':'";
  const labels = [spec.slice(0, colon), spec.slice(colon + 1)];
  const areLabels = labels.every((label) => /^[a-z][a-z0-9]*(?:-[a-z][a-z0-9]*)*$/u.test(label));
  return areLabels ? undefined : 'invalid label';
}

/** What is wrong with the name of a registry: an authority, `ttl.sh` (wasm-pkg-common `registry.rs`, crate `http`). */
export function registryProblem(name: string): string | undefined {
  if (name === '') return 'empty string';
  return /^[\w.~!$&'()*+,;=:@[\]%-]+$/u.test(name) ? undefined : 'invalid uri character';
}

function split(name: string): {
  spec: string;
  version: string | undefined;
  iface: string | undefined;
} {
  const atSign = name.indexOf('@');
  const version = atSign === -1 ? undefined : name.slice(atSign + 1);
  const path = atSign === -1 ? name : name.slice(0, atSign);
  const slash = path.indexOf('/');
  return slash === -1
    ? { spec: path, version, iface: undefined }
    : { spec: path.slice(0, slash), version, iface: path.slice(slash + 1) };
}
