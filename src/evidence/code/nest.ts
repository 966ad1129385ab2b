import type { Finding } from '../finding.ts';
import type { SourceFile } from '../reader.ts';
import type { Lexed } from '../text/lexer.ts';
import { routePath } from './paths.ts';
import { listAt, matches, route } from './scan.ts';

const STRING = /['"`]([^'"`]*)['"`]/gu;

/** Routes of Nest controllers: `@Get(':id')` in a class with `@Controller('orders')`. */
export function* nestRoutes(file: SourceFile, lexed: Lexed): Generator<Finding> {
  if (!lexed.text.includes('@nestjs/common')) return;
  const controllers = [...matches(lexed, /@Controller\(/gu)].map((match) => ({
    offset: match.index,
    paths: paths(listAt(lexed, match.index + match[0].length - 1)),
  }));
  for (const match of matches(lexed, /@(Get|Post|Put|Patch|Delete|Head|Options|All|Sse)\(/gu)) {
    const controller = controllers.findLast(({ offset }) => offset < match.index);
    if (controller === undefined) continue;
    const method =
      match[1] === 'All' ? 'ANY' : match[1] === 'Sse' ? 'GET' : (match[1] ?? '').toUpperCase();
    const place = { file: file.path, line: file.lineAt(match.index) };
    for (const prefix of controller.paths) {
      for (const path of paths(listAt(lexed, match.index + match[0].length - 1))) {
        yield* route(place, 'nest', method, routePath(prefix, path));
      }
    }
  }
}

/** `'a'`, `['a', 'b']`, `{ path: 'a', version: '1' }` or nothing. */
function paths(list: string): string[] {
  const written =
    /\bpath:\s*(\[[^\]]*\]|['"`][^'"`]*['"`])/u.exec(list)?.[1] ??
    (list.trim().startsWith('{') ? '' : list);
  const found = [...written.matchAll(STRING)].map(([, path = '']) => path);
  return found.length > 0 ? found : [''];
}
