import { rustString } from '../../rust-text.ts';
import { versionProblem } from '../../versions.ts';
import type { Manifest } from '../manifest/view.ts';
import type { Rule } from '../rule.ts';
import { keyIn } from '../serde/shape.ts';
import { at, entriesOf, type TomlNode, textOf } from '../toml/node.ts';

interface Source {
  readonly node: TomlNode;
  readonly key: string;
  readonly id: string;
}

/** The sources of components, and those of their profiles. */
function sourcesOf({ components }: Manifest): readonly Source[] {
  return components.flatMap(({ table, key, id }) => {
    const places = [
      { key: `${key}.source`, node: at(table, 'source') },
      ...entriesOf(at(table, 'profile')).map((profile) => ({
        key: `${keyIn(`${key}.profile`, profile.key)}.source`,
        node: at(profile.value, 'source'),
      })),
    ];
    return places.flatMap(({ node, key: path }) =>
      node === undefined ? [] : [{ node, key: path, id }],
    );
  });
}

const digest: Rule = {
  id: 'source-digest',
  severity: 'error',
  stage: 'load',
  what: 'A source by URL whose digest is no `sha256:…`',
  source: 'crates/loader/src/local.rs (load_http_source)',
  *check({ manifest }) {
    for (const { node, key } of sourcesOf(manifest)) {
      const value = at(node, 'digest');
      const problem = digestProblem(textOf(value));
      if (value === undefined || problem === undefined) continue;
      yield { span: value.span, key: `${key}.digest`, message: problem };
    }
  },
};

/** What Spin says of a digest. */
export function digestProblem(value: string | undefined): string | undefined {
  if (value === undefined || value.startsWith('sha256:')) return undefined;
  return `invalid \`digest\` ${rustString(value)}; must start with 'sha256:'`;
}

const version: Rule = {
  id: 'source-version',
  severity: 'error',
  stage: 'load',
  what: 'A source from a registry whose version is not exact',
  source: 'crates/loader/src/local.rs (load_component_source)',
  *check({ manifest }) {
    for (const { node, key, id } of sourcesOf(manifest)) {
      const value = at(node, 'version');
      const written = textOf(value);
      const problem = written === undefined ? undefined : versionProblem(written);
      if (value === undefined || written === undefined || problem === undefined) continue;
      yield {
        span: value.span,
        key: `${key}.version`,
        message: `Component ${id} specifies an invalid semantic version (${rustString(written)}) for its package version: ${problem}`,
        hint: 'A source wants one version, as 1.2.3.',
      };
    }
  },
};

export const sourceRules: readonly Rule[] = [digest, version];
