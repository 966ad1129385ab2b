import { casesOf, component } from '../case.ts';

const hosts = (entry: string) => `allowed_outbound_hosts = [${entry}]`;
const malformed = (cause: string) => `\`allowed_outbound_hosts\` is malformed: ${cause}`;

export const hostCases = [
  ...casesOf(
    'host-malformed',
    [
      'no scheme',
      'component',
      hosts('▸"example.com"'),
      malformed("\"example.com\" does not contain a scheme (e.g., 'http://' or '*://')"),
      hosts('"https://example.com"'),
    ],
    [
      'a port that is none',
      'component',
      hosts('"http://a", ▸"http://h:x"'),
      malformed(
        'Invalid allowed host port "x": port "x" is not a number: invalid digit found in string',
      ),
      hosts('"http://a", "http://h:8080"'),
    ],
    [
      'a scheme without a port of its own',
      'component',
      hosts('▸"ws://h"'),
      malformed(
        'Invalid allowed host port "": no port was provided and the scheme "ws" does not have a known default port number',
      ),
      hosts('"ws://h:80"'),
    ],
    [
      'the scheme of some connection strings',
      'component',
      hosts('▸"postgresql://db"'),
      /the scheme "postgresql" does not have a known default port number$/u,
      hosts('"postgres://db"'),
    ],
    [
      'a scheme in upper case',
      'component',
      hosts('▸"HTTPS://h"'),
      /the scheme "HTTPS" does not have a known default port number$/u,
      hosts('"https://h"'),
    ],
    [
      'a scheme with a sign',
      'component',
      hosts('▸"svn+ssh://h:22"'),
      malformed('Invalid allowed host scheme "svn+ssh": only alphabetic characters are allowed'),
      hosts('"ssh://h:22"'),
    ],
    [
      'a path',
      'component',
      hosts('▸"https://h/v1"'),
      malformed('Invalid allowed host "h/v1": must not include a path'),
      hosts('"https://h/"'),
    ],
    [
      'a path behind a port',
      'component',
      hosts('▸"https://h:443/v1"'),
      malformed('"https://h:443/v1" has a path but is not allowed to'),
      hosts('"https://h:443/"'),
    ],
    [
      'a star inside',
      'component',
      hosts('▸"https://api.*.com"'),
      malformed('Invalid allowed host "api.*.com": wildcards are allowed only as subdomains'),
      hosts('"https://*.api.com"'),
    ],
    [
      'two stars',
      'component',
      hosts('▸"https://*.*.com"'),
      malformed('Invalid allowed host "*.*.com": wildcards are allowed only as prefixes'),
      hosts('"https://*.com"'),
    ],
    [
      'IPv6 without a port',
      'component',
      hosts('▸"http://[::1]"'),
      /Invalid allowed host port "1\]"/u,
      hosts('"http://[::1]:80"'),
    ],
    [
      'everything, as it was once written',
      'component',
      hosts('▸"insecure:allow-all"'),
      /'insecure:allow-all' is not allowed - use '\*:\/\/\*:\*'/u,
      hosts('"*://*:*"'),
    ],
    [
      'a star alone',
      'component',
      hosts('▸"*"'),
      /"\*" is not an allowed outbound host format/u,
      hosts('"http://*"'),
    ],
    [
      'a list of hosts',
      'component',
      hosts('▸"http://{a,b}"'),
      malformed('Invalid allowed host "{a,b}": host lists are not yet supported'),
      hosts('"http://a", "http://b"'),
    ],
    [
      'a template without its end',
      'component',
      hosts('▸"http://{{ api_host"'),
      malformed("invalid variable template: unmatched '{{' in template"),
      hosts('"http://{{ api_host }}"'),
    ],
    [
      'a default with a path',
      'end',
      'allowed_outbound_hosts = [▸"https://{{ base }}"]\nvariables.base = "{{ base }}"\n[variables.base]\ndefault = "api.example.com/v1"',
      malformed(
        'using default variable value(s) with template "https://{{ base }}" results in invalid config "https://api.example.com/v1": Invalid allowed host "api.example.com/v1": must not include a path',
      ),
      'allowed_outbound_hosts = ["https://{{ base }}"]\nvariables.base = "{{ base }}"\n[variables.base]\ndefault = ""',
    ],
    [
      'an empty default beside a port',
      'end',
      'allowed_outbound_hosts = [▸"https://{{ base }}:443"]\nvariables.base = "{{ base }}"\n[variables.base]\ndefault = ""',
      /results in invalid config "https:\/\/:443": Invalid allowed host "": empty host$/u,
      'allowed_outbound_hosts = ["https://{{ base }}:443"]\nvariables.base = "{{ base }}"\n[variables.base]\nrequired = true',
    ],
  ),
  ...casesOf(
    'host-never-matches',
    [
      'postgresql with a port',
      'component',
      hosts('▸"postgresql://db:5999"'),
      /never matches: Spin asks for postgres:\/\//u,
      hosts('"postgres://db:5999"'),
    ],
    [
      'a scheme in upper case with a port',
      'component',
      hosts('▸"HTTPS://h:443"'),
      /never matches: the scheme of a request is in lower case/u,
      hosts('"https://H:443"'),
    ],
    [
      'a range of no ports',
      'component',
      hosts('▸"http://h:8080..8080"'),
      /never matches: the last port of a range is not part of it/u,
      hosts('"http://h:8080..8081"'),
    ],
    [
      'postgresql with a variable',
      'component',
      hosts('▸"postgresql://{{ api_host }}:5432"'),
      /never matches: Spin asks for postgres:\/\//u,
      hosts('"postgres://{{ api_host }}:5432"'),
    ],
    [
      'a default that stands for no host',
      'whole',
      'spin_manifest_version = 2\n[application]\nname = "a"\n[variables]\norigin = { default = "no://no:0" }\n[[trigger.http]]\nroute = "/"\ncomponent = "a"\n[component.a]\nsource = "a.wasm"\nallowed_outbound_hosts = [▸"{{ origin }}"]\n',
      '"{{ origin }}" never matches with the defaults of its variables: there is no port 0',
      'spin_manifest_version = 2\n[application]\nname = "a"\n[variables]\norigin = { default = "" }\n[[trigger.http]]\nroute = "/"\ncomponent = "a"\n[component.a]\nsource = "a.wasm"\nallowed_outbound_hosts = ["{{ origin }}"]\n',
    ],
    [
      'port 0',
      'component',
      hosts('▸"http://h:0"'),
      /never matches: there is no port 0/u,
      hosts('"http://h:0..2"'),
    ],
    [
      'a wildcard in upper case',
      'component',
      hosts('▸"https://*.Example.com"'),
      /never matches: the host of a request is in lower case/u,
      hosts('"https://*.example.com", "https://Example.com"'),
    ],
    [
      'a wildcard over addresses',
      'component',
      hosts('▸"http://*.0.0.1:80"'),
      /never matches: `\*\.` is for names, not for addresses/u,
      hosts('"http://10.0.0.0/8:80"'),
    ],
    [
      'self over TCP',
      'component',
      hosts('▸"tcp://self:80"'),
      /never matches: `self` is for HTTP requests/u,
      hosts('"http://self"'),
    ],
  ),
  ...casesOf('host-variable-unknown', [
    'a variable that is not there',
    'component',
    hosts('▸"https://{{ api_hots }}"'),
    'invalid variable name: api_hots: all outbound requests of the component will be denied',
    hosts('"https://{{ api_host }}"'),
  ]),
  ...casesOf('host-chaining', [
    'a component that is not there',
    'component',
    hosts('▸"http://order.spin.internal"'),
    '"http://order.spin.internal" reaches nobody: there is no component "order"',
    hosts('"http://orders.spin.internal", "http://*.spin.internal"'),
  ]),
  ...casesOf('http-hosts-deprecated', [
    'the old key',
    'component',
    '▸allowed_http_hosts = ["example.com", "http://b:8080"]',
    'Use of the deprecated field `allowed_http_hosts` - to fix, replace `allowed_http_hosts` with `allowed_outbound_hosts = ["http://example.com", "https://example.com", "http://b:8080", "https://b:8080"]`',
    'allowed_http_hosts = []',
  ]),
  ...casesOf('http-hosts-malformed', [
    'a path',
    'component',
    'allowed_http_hosts = [▸"example.com/v1"]',
    '`allowed_http_hosts` is malformed: One or more allowed_http_hosts entries was invalid:\nexample.com/v1 contains a path, should be host and optional port only',
    'allowed_http_hosts = ["example.com"]',
  ]),
];

const FILES = { 'orders.wasm': component([], ['wasi:http/incoming-handler@0.2.10']) };

export const fileCases = [
  ...casesOf(
    'files-pattern',
    [
      'the folder above',
      'component',
      'files = [▸"assets/.."]',
      "A file pattern can't end in a parent directory path (..)",
      'files = ["assets"]',
    ],
    [
      'this folder',
      'component',
      'files = [▸"."]',
      "A file pattern can't end in a current directory path (.)",
      'files = ["./a"]',
    ],
  ),
  ...casesOf('files-outside', [
    'a folder of the system',
    'component',
    'files = [{ source = ▸"/etc", destination = "/" }]',
    /^\/etc cannot be mapped/u,
    'files = [{ source = "../etc", destination = "/" }]',
  ]),
  ...casesOf('files-above', [
    'a pattern above the manifest',
    'component',
    'files = [▸"../assets/**/*"]',
    '"../assets/**/*" is above the folder of the manifest: the component does not see these files',
    'files = ["a/../assets/*", { source = "../assets", destination = "/" }]',
  ]),
  ...casesOf(
    'files-missing',
    [
      'a file',
      'component',
      'files = ["a.txt", ▸"b.txt"]',
      '"b.txt" does not exist and doesn\'t appear to be a glob pattern',
      'files = ["a.txt"]',
      { beside: { ...FILES, 'a.txt': 'file' } },
    ],
    [
      'a folder',
      'component',
      'files = [{ source = ▸"assets", destination = "/" }]',
      'File or directory "assets" does not exist',
      'files = [{ source = "static", destination = "/" }]',
      { beside: { ...FILES, static: 'folder' } },
    ],
  ),
  ...casesOf(
    'files-glob',
    [
      'too many stars',
      'component',
      'files = [▸"assets/***"]',
      'Failed to resolve glob pattern "assets/***": wildcards are either regular `*` or recursive `**`',
      'files = ["assets/**"]',
    ],
    [
      'stars beside letters',
      'component',
      'files = [▸"assets/**.html"]',
      'Failed to resolve glob pattern "assets/**.html": recursive wildcards must form a single path component',
      'files = ["assets/**/*.html"]',
    ],
    [
      'a bracket that a file has in its name',
      'component',
      'files = [▸"a[", "b["]',
      'Failed to resolve glob pattern "a[": invalid range pattern',
      'files = ["[id].html", "b["]',
      { beside: { ...FILES, 'b[': 'file', '[id].html': 'file' } },
    ],
    [
      'in what is left out',
      'component',
      'files = ["*.txt"]\nexclude_files = ["*.tmp", ▸"**.log"]',
      'Invalid exclude_files glob pattern "**.log": recursive wildcards must form a single path component',
      'files = ["a.txt"]\nexclude_files = ["**.log"]',
    ],
  ),
  ...casesOf('files-destination', [
    'a file that is to be a folder',
    'component',
    'files = [{ source = "a.txt", destination = ▸"/" }]',
    '"/" is not a valid destination file name',
    'files = [{ source = "a.txt", destination = "/a.txt" }, { source = "static", destination = "/" }]',
    { beside: { ...FILES, 'a.txt': 'file', static: 'folder' } },
  ]),
  ...casesOf('files-no-match', [
    'a pattern',
    'component',
    'files = [▸"assets/**/*"]',
    '"assets/**/*" matches no file',
    'files = ["static/**/*"]',
    { beside: { ...FILES, 'static/a.txt': 'file' } },
  ]),
  ...casesOf(
    'files-everything',
    [
      'the folder',
      'component',
      'files = [▸"*"]',
      'A component is including the entire application directory as asset files. This is unlikely to be what you want.',
      'files = ["./*"]',
    ],
    ['the tree', 'component', 'files = [▸"**/*"]', /directory tree/u, 'files = ["./**/*"]'],
  ),
];

const remote = (source: string) =>
  `[[trigger.http]]\nroute = "/b"\ncomponent = "b"\n[component.b]\nsource = ${source}`;

export const sourceCases = [
  ...casesOf('source-digest', [
    'another algorithm',
    'end',
    remote('{ url = "https://a/b.wasm", digest = ▸"md5:aa" }'),
    'invalid `digest` "md5:aa"; must start with \'sha256:\'',
    remote('{ url = "https://a/b.wasm", digest = "sha256:aa" }'),
  ]),
  ...casesOf(
    'source-version',
    [
      'a range',
      'end',
      remote('{ package = "a:b", version = ▸"^1.0.0" }'),
      'Component b specifies an invalid semantic version ("^1.0.0") for its package version: unexpected character \'^\' while parsing major version number',
      remote('{ package = "a:b", version = "1.0.0-rc.1+7" }'),
    ],
    [
      'half a version',
      'component',
      'profile.debug.source = { package = "a:b", version = ▸"1.0" }',
      /unexpected end of input while parsing minor version number$/u,
      'profile.debug.source = { package = "a:b", version = "1.0.0" }',
    ],
  ),
];

export const storeCases = [
  ...casesOf(
    'store-unknown',
    [
      'a store without a runtime configuration',
      'component',
      'key_value_stores = ["default", ▸"cache"]',
      'unknown key_value_stores label "cache" for component "orders"',
      'key_value_stores = ["default"]',
    ],
    [
      'a store that the runtime configuration does not have',
      'component',
      'key_value_stores = [▸"cash"]',
      'unknown key_value_stores label "cash" for component "orders"',
      'key_value_stores = ["cache"]',
      { runtimeConfig: '[key_value_store.cache]\ntype = "spin"\n' },
    ],
  ),
  ...casesOf('database-unknown', [
    'a database without a runtime configuration',
    'component',
    'sqlite_databases = [▸"other"]',
    "One or more components use SQLite databases which are not defined. - Component orders uses database 'other'",
    'sqlite_databases = ["default"]',
  ]),
];

export const buildCases = [
  ...casesOf(
    'build-workdir',
    [
      'an absolute path',
      'component',
      'build = { command = "make", workdir = ▸"/app" }',
      'The workdir specified in the application file must be relative.',
      'build = { command = "make", workdir = "app" }',
    ],
    [
      'a drive of Windows',
      'component',
      'build = { command = "make", workdir = ▸"C:\\\\app" }',
      'The workdir specified in the application file must be relative.',
      'build = { command = "make", workdir = "../app" }',
    ],
  ),
  ...casesOf('build-no-command', [
    'an empty list',
    'component',
    'build.command = ▸[]',
    'there is no command: `spin build` would do nothing',
    'build.command = ["make"]',
  ]),
  ...casesOf(
    'target-unknown',
    [
      'a target of the documentation',
      'application',
      'targets = ["spin-up:3.6", ▸"spinkube:0.4"]',
      'the catalogue of targets has no "spinkube:0.4" (as of 2026-07-17)',
      'targets = ["spin-up:3.6", { url = "https://a" }]',
    ],
    [
      'a version that is not there yet',
      'component',
      'targets = [▸"spin-up:4.0"]',
      /no "spin-up:4.0"/u,
      'targets = ["akamai-functions"]',
    ],
  ),
  ...casesOf('target-missing', [
    'a file',
    'application',
    'targets = [▸{ path = "env.toml" }]',
    '"env.toml" does not exist',
    'targets = [{ path = "there.toml" }]',
    { beside: { ...FILES, 'there.toml': 'file' } },
  ]),
];

const invalid = (cause: string) => `component "orders" has invalid dependencies: ${cause}`;
const helper = (more: string) =>
  `dependencies."a:b" = { component = "helper" }\n[component.helper]\nsource = "h.wasm"\n${more}`;

export const dependencyCases = [
  ...casesOf('dependency-package', [
    'a plain name with a version',
    'component',
    'dependencies.▸helper = "1.0"',
    invalid('dependency "helper" must specify a package name'),
    'dependencies.helper = { version = "1.0", package = "a:b" }',
  ]),
  ...casesOf('dependency-export', [
    'an export for a package',
    'component',
    'dependencies."a:b" = { path = "x", export = ▸"c" }',
    invalid('using an export to satisfy the package dependency "a:b" is not currently permitted'),
    'dependencies."a:b/c" = { path = "x", export = "c" }',
  ]),
  ...casesOf(
    'dependency-conflict',
    [
      'a package and its interface',
      'component',
      'dependencies."a:b" = { path = "x" }\ndependencies.▸"a:b/c" = { path = "y" }',
      invalid('"a:b" dependency conflicts with "a:b/c"'),
      'dependencies."a:b/d" = { path = "x" }\ndependencies."a:b/c" = { path = "y" }',
    ],
    [
      'versions that are compatible',
      'component',
      'dependencies."a:b@1.1.0" = { path = "x" }\ndependencies.▸"a:b@1.2.0" = { path = "y" }',
      invalid('"a:b@1.1.0" dependency conflicts with "a:b@1.2.0"'),
      'dependencies."a:b@0.1.0" = { path = "x" }\ndependencies."a:b@0.2.0" = { path = "y" }',
    ],
  ),
  ...casesOf('dependency-inherit-twice', [
    'both forms',
    'component',
    '▸dependencies_inherit_configuration = true\ndependencies."a:b" = { path = "x", inherit_configuration = ["files"] }',
    'Component `orders` specifies both `dependencies_inherit_configuration` and per-dependency `inherit_configuration`. These are mutually exclusive; use one or the other.',
    'dependencies_inherit_configuration = true\ndependencies."a:b" = { path = "x" }',
  ]),
  ...casesOf('dependency-inherit-unknown', [
    'a name that is none',
    'component',
    'dependencies."a:b" = { path = "x", inherit_configuration = ["files", ▸"network"] }',
    '"network" is ignored: nothing of that name can be inherited',
    'dependencies."a:b" = { path = "x", inherit_configuration = ["files", "allowed_outbound_hosts"] }',
  ]),
  ...casesOf('dependency-component', [
    'a component that is not there',
    'component',
    'dependencies."a:b" = { component = ▸"order" }',
    'dependency ID order does not exist',
    'dependencies."a:b" = { component = "orders" }',
  ]),
  ...casesOf('dependency-permissions', [
    'a component with permissions',
    'component',
    'dependencies."a:b" = { component = ▸"helper" }\n[component.helper]\nsource = "h.wasm"\nai_models = ["m"]\nkey_value_stores = ["default"]',
    'Dependencies may not have their own resources or permissions. Component helper cannot be used as a dependency of orders because it specifies: ai_models, key_value_stores',
    helper('environment = { A = "b" }\nkey_value_stores = []'),
  ]),
  ...casesOf(
    'dependency-version',
    [
      'no version at all',
      'component',
      'dependencies."a:b" = ▸"latest"',
      'Component dependency "a:b" specifies an invalid semantic version requirement ("latest") for its package version',
      'dependencies."a:b" = ">= 1.0, <2"',
    ],
    [
      'two without a comma',
      'component',
      'dependencies."a:b" = { version = ▸">1 <2" }',
      /invalid semantic version requirement \(">1 <2"\)/u,
      'dependencies."a:b" = { version = "*" }',
    ],
  ),
  ...casesOf('dependency-package-name', [
    'a package without a namespace',
    'component',
    'dependencies.x = { version = "1", package = ▸"b" }',
    'Component dependency "x" specifies an invalid package name ("b")',
    'dependencies.x = { version = "1", package = "a:b" }',
  ]),
  ...casesOf('dependency-package-name', [
    'a registry by its address',
    'component',
    'dependencies.x = { version = "1", package = "a:b", registry = ▸"https://ttl.sh" }',
    'Component dependency "x" specifies an invalid registry name ("https://ttl.sh")',
    'dependencies.x = { version = "1", package = "a:b", registry = "ttl.sh" }',
  ]),
  ...casesOf('dependency-digest', [
    'no algorithm',
    'component',
    'dependencies."a:b" = { url = "https://x", digest = ▸"abc" }',
    'invalid `digest` "abc"; must start with \'sha256:\'',
    'dependencies."a:b" = { url = "https://x", digest = "sha256:abc" }',
  ]),
];
