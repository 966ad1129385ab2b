import type { Finding } from '../finding.ts';
import { at, type Reader, type SourceFile } from '../reader.ts';
import { setting } from '../text/settings.ts';

/** Prisma's names of databases that are called otherwise here. */
const DATABASES: ReadonlyMap<string, string> = new Map([
  ['postgresql', 'postgres'],
  ['cockroachdb', 'postgres'],
]);

const DATASOURCE = /^datasource\s+\w+\s*\{([^}]*)\}/gmu;
const PROVIDER = /^\s*provider\s*=\s*"(\w+)"/mu;
const ADDRESS = /^\s*(?:url|directUrl)\s*=\s*env\(\s*"(\w+)"/gmu;

/** Prisma schemas (Prisma schema reference, "datasource"): the database behind the client, and the setting with its address. */
export function createPrismaReader(): Reader {
  return { accepts: (_path, name) => name.endsWith('.prisma'), read };
}

function* read(file: SourceFile): Generator<Finding> {
  for (const { 0: block, 1: body = '', index } of file.text.matchAll(DATASOURCE)) {
    const start = index + block.length - body.length - 1;
    const provider = PROVIDER.exec(body);
    if (provider !== null) {
      const [line, name = ''] = provider;
      const offset = start + provider.index + line.indexOf('provider');
      yield at(file, offset, 'database', DATABASES.get(name) ?? name, '');
    }
    for (const { 0: line, 1: name = '', index: place } of body.matchAll(ADDRESS)) {
      yield* setting(file, start + place + line.search(/\S/u), 'prisma', name);
    }
  }
}
