import type { Finding } from '../finding.ts';
import { at, type Reader, type SourceFile } from '../reader.ts';

const PLACES: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\/)db\/migration\/(?:[\w-]+\/)*[VRU][\w.]*__[^/]+\.(?:sql|java)$/u, 'flyway'],
  [/(?:^|\/)(?:db\/)?changelog\/[^/]*master[^/]*\.(?:xml|ya?ml|json|sql)$/u, 'liquibase'],
  [/(?:^|\/)prisma\/migrations\/[^/]+\/migration\.sql$/u, 'prisma'],
  [/(?:^|\/)alembic\.ini$/u, 'alembic'],
  [/(?:^|\/)migrations\/\d+_[\w-]+\.(?:up\.)?sql$/u, 'sql'],
  [/(?:^|\/)migrations\/\d{4}_[\w-]+\.py$/u, 'django'],
];

/** Folders of schema migrations, by the names their tools ask for: the first file of each folder stands for it. */
export function createMigrationReader(): Reader {
  const seen = new Set<string>();
  return {
    accepts: (path) => PLACES.some(([pattern]) => pattern.test(path)),
    *read(file: SourceFile): Generator<Finding> {
      const what = PLACES.find(([pattern]) => pattern.test(file.path))?.[1];
      const folder =
        /^(.*?(?:db\/migration|changelog|migrations))(?:\/|$)/u.exec(file.path)?.[1] ?? file.path;
      if (what === undefined || seen.has(folder)) return;
      seen.add(folder);
      yield at(file, 0, 'migration', what, folder);
    },
  };
}
