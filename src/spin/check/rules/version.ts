import type { Rule } from '../rule.ts';
import { missingField } from '../serde/words.ts';
import { entryAt, type TomlEntry, type TomlTable, tomlText } from '../toml/node.ts';

/** What a file says of itself: `none` when nothing Spin reads. */
export type ManifestVersion = 1 | 2 | 'none';

/** As `ManifestVersion::detect` (`crates/manifest/src/lib.rs`): the integer 2, or the string "1". */
export function manifestVersion(root: TomlTable): ManifestVersion {
  const value = versionEntry(root)?.value;
  if (value?.kind === 'string' && value.value === '1') return 1;
  return value?.kind === 'integer' && value.text === '2' ? 2 : 'none';
}

function versionEntry(root: TomlTable): TomlEntry | undefined {
  return entryAt(root, 'spin_manifest_version') ?? entryAt(root, 'spin_version');
}

const source = 'crates/manifest/src/lib.rs, schema/mod.rs';

const missing: Rule = {
  id: 'version-missing',
  severity: 'error',
  stage: 'parse',
  what: 'A file that does not say which version of the manifest it is',
  source,
  *check({ root }) {
    if (versionEntry(root) !== undefined) return;
    yield {
      span: root.span,
      key: 'spin_manifest_version',
      message: missingField('spin_manifest_version'),
      hint: 'Begin the file with: spin_manifest_version = 2',
    };
  },
};

const invalid: Rule = {
  id: 'version-invalid',
  severity: 'error',
  stage: 'parse',
  what: 'A version other than the number 2, or the text "1"',
  source,
  *check({ root }) {
    const entry = versionEntry(root);
    if (entry === undefined || manifestVersion(root) !== 'none') return;
    const { value, key } = entry;
    yield {
      span: value.span,
      key,
      message: `invalid manifest version: ${tomlText(value)}`,
      hint: 'Write: spin_manifest_version = 2',
    };
  },
};

const twice: Rule = {
  id: 'version-twice',
  severity: 'error',
  stage: 'parse',
  what: 'Both `spin_manifest_version` and its old name `spin_version`',
  source,
  *check({ root }) {
    const old = entryAt(root, 'spin_version');
    if (old === undefined || entryAt(root, 'spin_manifest_version') === undefined) return;
    yield {
      span: old.span,
      key: 'spin_version',
      message: 'duplicate field `spin_manifest_version`',
      hint: 'Remove spin_version.',
    };
  },
};

const first: Rule = {
  id: 'manifest-v1',
  severity: 'warning',
  stage: 'never',
  what: 'A manifest of version 1, which Spin translates to version 2 each time it loads it; what is told of it is told of the translation too',
  source: 'crates/manifest/src/compat.rs',
  *check({ root }) {
    const entry = versionEntry(root);
    if (entry === undefined || manifestVersion(root) !== 1) return;
    yield {
      span: entry.span,
      key: entry.key,
      message:
        'this is a manifest of version 1, which is translated to version 2 each time it is loaded: a component without `allowed_outbound_hosts` may then connect to every Redis, MySQL and Postgres server',
      hint: '`spin doctor` offers to write it as version 2: [application], [[trigger.http]] and [component.<id>] in place of `trigger` and `[[component]]`.',
    };
  },
};

export const versionRules: readonly Rule[] = [missing, invalid, twice, first];
