import type { Finding } from '../finding.ts';
import type { Reader, SourceFile } from '../reader.ts';
import { lex, SYNTAX } from '../text/lexer.ts';
import { JAVASCRIPT } from './javascript-patterns.ts';
import { JavaScriptRoutes } from './javascript-routes.ts';
import { fieldState, moduleState } from './javascript-state.ts';
import { nestRoutes } from './nest.ts';
import { environmentReads, hostsInStrings, isAside, scan } from './scan.ts';

const NAME = /\.(?:[cm]?[jt]s|[jt]sx)$/u;
const ASIDE = /\.(?:d\.[cm]?ts|min\.js|(?:test|spec|e2e-spec|stories|config)\.[cm]?[jt]sx?)$/u;

/** JavaScript and TypeScript sources. */
export function createJavaScriptReader(): Reader {
  const routes = new JavaScriptRoutes();
  return {
    accepts: (path, name) => NAME.test(name) && !ASIDE.test(name) && !isAside(path),
    *read(file: SourceFile): Generator<Finding> {
      const lexed = lex(file.text, SYNTAX.javascript);
      yield* environmentReads(
        file,
        lexed,
        /\bprocess\.env(?:\.([A-Za-z_]\w*)|\[['"](?<quoted>\w+)['"]\])/gu,
      );
      yield* scan(file, lexed, JAVASCRIPT);
      yield* hostsInStrings(file, lexed);
      yield* moduleState(file, lexed);
      yield* fieldState(file, lexed);
      yield* nestRoutes(file, lexed);
      routes.add(file, lexed);
    },
    finish: () => routes.findings(),
  };
}
