import type { Finding } from '../finding.ts';
import type { Reader, SourceFile } from '../reader.ts';
import { setting } from '../text/settings.ts';

/** `.env` files: names only. Of a value nothing is told but the host of an address in it. */
export function createEnvFileReader(): Reader {
  return { accepts: (_path, name) => /^\.env(?:\.[\w.-]+)?$|\.env$/u.test(name), read };
}

function* read(file: SourceFile): Generator<Finding> {
  for (const match of file.text.matchAll(
    /^[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.]*)[ \t]*=(.*)$/gmu,
  )) {
    const [, name = '', value = ''] = match;
    yield* setting(file, match.index, 'env-file', name, value);
  }
}
