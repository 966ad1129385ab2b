import { rustString } from '../../rust-text.ts';
import type { Manifest } from '../manifest/view.ts';
import type { Rule } from '../rule.ts';
import { at, itemsOf, type TomlString } from '../toml/node.ts';

const source = 'crates/loader/src/local.rs';

interface Mount {
  readonly node: TomlString;
  readonly key: string;
}

function patternsOf({ components }: Manifest): readonly Mount[] {
  return components.flatMap(({ table, key }) =>
    itemsOf(at(table, 'files')).flatMap((node, index) =>
      node.kind === 'string' ? [{ node, key: `${key}.files[${index}]` }] : [],
    ),
  );
}

function placementsOf({ components }: Manifest): readonly Mount[] {
  return components.flatMap(({ table, key }) =>
    itemsOf(at(table, 'files')).flatMap((item, index) => {
      const node = at(item, 'source');
      return node?.kind === 'string' ? [{ node, key: `${key}.files[${index}].source` }] : [];
    }),
  );
}

/** As the crate `glob` (`Pattern::escape`) sees it. */
function isGlob(pattern: string): boolean {
  return /[?*[\]]/u.test(pattern);
}

/** Whether a path leaves the folder that it starts in. */
export function leavesFolder(path: string): boolean {
  if (/^(?:\/|[A-Za-z]:[\\/])/u.test(path)) return true;
  let depth = 0;
  for (const segment of path.split(/[\\/]/u)) {
    if (segment === '..') depth -= 1;
    else if (segment !== '' && segment !== '.') depth += 1;
    if (depth < 0) return true;
  }
  return false;
}

const ending: Rule = {
  id: 'files-pattern',
  severity: 'error',
  stage: 'load',
  what: 'A pattern of files that ends in `.` or `..`',
  source,
  *check({ manifest }) {
    for (const { node, key } of patternsOf(manifest)) {
      const end = /(?:^|\/)(\.\.?)$/u.exec(node.value)?.[1];
      if (end === undefined) continue;
      const folder = end === '..' ? 'parent' : 'current';
      yield {
        span: node.span,
        key,
        message: `A file pattern can't end in a ${folder} directory path (${end})`,
        hint: 'If you want to include a directory, use source-destination form, or a glob pattern ending in **/*.',
      };
    }
  },
};

const outside: Rule = {
  id: 'files-outside',
  severity: 'error',
  stage: 'load',
  what: 'Files outside of the folder of the manifest',
  source,
  *check({ manifest }) {
    for (const { node, key } of [...patternsOf(manifest), ...placementsOf(manifest)]) {
      if (!leavesFolder(node.value) || /(?:^|\/)\.\.?$/u.test(node.value)) continue;
      yield {
        span: node.span,
        key,
        message: `${node.value} cannot be mapped because it is outside the application directory. Files must be within the application directory.`,
      };
    }
  },
};

const missingPattern: Rule = {
  id: 'files-missing',
  severity: 'error',
  stage: 'load',
  what: 'A file that is not there',
  source,
  *check({ manifest, around }) {
    if (around === undefined) return;
    for (const { node, key } of patternsOf(manifest)) {
      const { value } = node;
      if (isGlob(value) || leavesFolder(value) || around.kindOf(value) !== undefined) continue;
      const message = `${rustString(value)} does not exist and doesn't appear to be a glob pattern`;
      yield { span: node.span, key, message };
    }
    for (const { node, key } of placementsOf(manifest)) {
      if (leavesFolder(node.value) || around.kindOf(node.value) !== undefined) continue;
      const message = `File or directory ${rustString(node.value)} does not exist`;
      yield { span: node.span, key, message };
    }
  },
};

const noMatch: Rule = {
  id: 'files-no-match',
  severity: 'warning',
  stage: 'never',
  what: 'A pattern that matches no file: the component finds nothing there',
  source,
  *check({ manifest, around }) {
    if (around === undefined) return;
    for (const { node, key } of patternsOf(manifest)) {
      if (!isGlob(node.value) || leavesFolder(node.value) || around.hasMatch(node.value)) continue;
      const message = `${rustString(node.value)} matches no file`;
      yield { span: node.span, key, message };
    }
  },
};

const everything: Rule = {
  id: 'files-everything',
  severity: 'warning',
  stage: 'load',
  what: 'A pattern that includes the whole application, the manifest and what is built with it',
  source,
  *check({ manifest }) {
    for (const { node, key } of patternsOf(manifest)) {
      if (node.value !== '*' && node.value !== '**/*') continue;
      const tree = node.value === '*' ? 'directory' : 'directory tree';
      yield {
        span: node.span,
        key,
        message: `A component is including the entire application ${tree} as asset files. This is unlikely to be what you want.`,
        hint: `If this is what you want, use the pattern "./${node.value}" to avoid this warning.`,
      };
    }
  },
};

export const fileRules: readonly Rule[] = [ending, outside, missingPattern, noMatch, everything];
