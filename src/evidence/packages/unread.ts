import type { Finding } from '../finding.ts';
import { at, type Reader, type SourceFile } from '../reader.ts';
import { bounded } from '../text/bounded.ts';

/** Languages whose sources are not read, by the manifests of their packages; `framework`: what serves HTTP in them. */
const LANGUAGES: readonly {
  readonly manifest: RegExp;
  readonly language: string;
  readonly tool: string;
  readonly frameworks: readonly (readonly [string, RegExp])[];
}[] = [
  {
    manifest: /^composer\.json$/u,
    language: 'php',
    tool: 'composer',
    frameworks: [
      ['laravel', /"laravel\/framework"/u],
      ['symfony', /"symfony\/(?:framework-bundle|symfony)"/u],
      ['slim', /"slim\/slim"/u],
    ],
  },
  {
    manifest: /^Gemfile$/u,
    language: 'ruby',
    tool: 'bundler',
    frameworks: [
      ['rails', /^\s*gem\s+["']rails["']/mu],
      ['sinatra', /^\s*gem\s+["']sinatra["']/mu],
    ],
  },
  {
    manifest: /\.(?:cs|fs|vb)proj$/u,
    language: 'dotnet',
    tool: 'dotnet',
    frameworks: [['aspnet', /Sdk="Microsoft\.NET\.Sdk\.Web"|Microsoft\.AspNetCore\.App/u]],
  },
  {
    manifest: /^Cargo\.toml$/u,
    language: 'rust',
    tool: 'cargo',
    frameworks: [
      ['axum', /^\s*axum\b/mu],
      ['actix-web', /^\s*actix-web\b/mu],
      ['rocket', /^\s*rocket\b/mu],
      ['warp', /^\s*warp\b/mu],
    ],
  },
  {
    manifest: /^mix\.exs$/u,
    language: 'elixir',
    tool: 'mix',
    frameworks: [['phoenix', /\{:phoenix,/u]],
  },
  {
    manifest: /^build\.sbt$/u,
    language: 'scala',
    tool: 'sbt',
    frameworks: [
      ['play', /PlayScala|"play"/u],
      ['akka-http', /"akka-http"/u],
      ['http4s', /"http4s-/u],
    ],
  },
];

/** Whether the sources of a language are left unread. */
export function isUnread(language: string): boolean {
  return LANGUAGES.some((unread) => unread.language === language);
}

/** Manifests of languages whose sources are not read: that the service is written in one is all that is told. */
export function createUnreadReader(): Reader {
  return { accepts: (_path, name) => LANGUAGES.some(({ manifest }) => manifest.test(name)), read };
}

function* read(file: SourceFile): Generator<Finding> {
  for (const { manifest, language, tool, frameworks } of LANGUAGES) {
    if (!manifest.test(file.name)) continue;
    yield at(file, 0, 'language', language, '');
    yield at(file, 0, 'build-tool', tool, '');
    for (const [framework, pattern] of frameworks) {
      const found = bounded(pattern).exec(file.text);
      if (found === null) continue;
      const offset = found.index + found[0].search(/\S/u);
      yield at(file, offset, 'framework', framework, '');
    }
  }
}
