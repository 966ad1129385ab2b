import { globProblem, isGlob } from '../../globs.ts';
import { rustString } from '../../rust-text.ts';
import type { Manifest } from '../manifest/view.ts';
import type { Rule, Subject } from '../rule.ts';
import { at, itemsOf, stringsOf, type TomlNode, type TomlString, textOf } from '../toml/node.ts';

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

function isAbsolute(path: string): boolean {
  return /^(?:\/|[A-Za-z]:[\\/])/u.test(path);
}

/** Whether a path leaves the folder that it starts in. */
export function leavesFolder(path: string): boolean {
  if (isAbsolute(path)) return true;
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
  what: 'Files by an absolute path, which is outside of the folder of the manifest',
  source,
  *check({ manifest }) {
    for (const { node, key } of [...patternsOf(manifest), ...placementsOf(manifest)]) {
      if (!isAbsolute(node.value)) continue;
      yield {
        span: node.span,
        key,
        message: `${node.value} cannot be mapped because it is outside the application directory. Files must be within the application directory.`,
      };
    }
  },
};

const above: Rule = {
  id: 'files-above',
  severity: 'warning',
  stage: 'never',
  what: 'A pattern that leaves the folder of the manifest by `..`: Spin copies the files beside what the component sees',
  source: `${source} (paths are compared as they are written; crate glob keeps \`..\`)`,
  *check({ manifest }) {
    for (const { node, key } of patternsOf(manifest)) {
      const { value } = node;
      if (isAbsolute(value) || !leavesFolder(value) || /(?:^|\/)\.\.?$/u.test(value)) continue;
      yield {
        span: node.span,
        key,
        message: `${rustString(value)} is above the folder of the manifest: the component does not see these files`,
        hint: `Say where they are to be: { source = ${rustString(value.replace(/\/[^/]*[?*[].*$/u, ''))}, destination = "/" }`,
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
      if (isGlob(value) || isAbsolute(value) || around.kindOf(value) !== undefined) continue;
      const message = `${rustString(value)} does not exist and doesn't appear to be a glob pattern`;
      yield { span: node.span, key, message };
    }
    for (const { node, key } of placementsOf(manifest)) {
      if (isAbsolute(node.value) || around.kindOf(node.value) !== undefined) continue;
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
      if (!isGlob(node.value) || leavesFolder(node.value)) continue;
      if (globProblem(node.value) !== undefined || around.hasMatch(node.value)) continue;
      const message = `${rustString(node.value)} matches no file`;
      yield { span: node.span, key, message };
    }
  },
};

const malformed: Rule = {
  id: 'files-glob',
  severity: 'error',
  stage: 'load',
  what: 'A pattern of files, or of files to leave out, that is no pattern',
  source: `${source} (crate glob)`,
  *check({ manifest, around }) {
    for (const { node, key } of patternsOf(manifest)) {
      const problem = globProblem(node.value);
      if (problem === undefined || around?.kindOf(node.value) !== undefined) continue;
      const message = `Failed to resolve glob pattern ${rustString(node.value)}: ${problem}`;
      yield { span: node.span, key, message };
    }
    for (const { table, key } of manifest.components) {
      // Spin only reads them while it goes through a folder.
      if (!itemsOf(at(table, 'files')).some((item) => isFolder(item, around))) continue;
      for (const [index, node] of stringsOf(at(table, 'exclude_files')).entries()) {
        const problem = globProblem(node.value);
        if (problem === undefined) continue;
        const message = `Invalid exclude_files glob pattern ${rustString(node.value)}: ${problem}`;
        yield { span: node.span, key: `${key}.exclude_files[${index}]`, message };
      }
    }
  },
};

function isFolder(item: TomlNode, around: Subject['around']): boolean {
  if (item.kind === 'string' && isGlob(item.value)) return true;
  const path = textOf(item.kind === 'string' ? item : at(item, 'source'));
  return path !== undefined && around?.kindOf(path) === 'folder';
}

const destination: Rule = {
  id: 'files-destination',
  severity: 'error',
  stage: 'load',
  what: 'A single file whose destination is a folder',
  source,
  *check({ manifest, around }) {
    for (const { table, key } of manifest.components) {
      for (const [index, item] of itemsOf(at(table, 'files')).entries()) {
        const from = textOf(at(item, 'source'));
        const node = at(item, 'destination');
        const to = textOf(node);
        if (from === undefined || node === undefined || to?.endsWith('/') !== true) continue;
        if (around?.kindOf(from) !== 'file') continue;
        yield {
          span: node.span,
          key: `${key}.files[${index}].destination`,
          message: `"${to}" is not a valid destination file name`,
          hint: `Write the name that the file is to have: ${rustString(`${to}${from.split('/').at(-1)}`)}`,
        };
      }
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

export const fileRules: readonly Rule[] = [
  ending,
  outside,
  above,
  malformed,
  missingPattern,
  destination,
  noMatch,
  everything,
];
