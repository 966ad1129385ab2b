import { casesOf } from '../case.ts';

const HEAD = 'spin_manifest_version = "1"\nname = "shop"\n';
const TRIGGER = 'trigger = { type = "http" }\n';
const START = HEAD + TRIGGER;
const ORDERS = '[[component]]\nid = "orders"\nsource = "orders.wasm"\n';
const ROUTE = '[component.trigger]\nroute = "/..."\n';
const WHOLE = START + ORDERS + ROUTE;

/** Manifests of version 1: what Spin says while it reads them, and of what it makes of them. */
export const firstVersionCases = [
  ...casesOf(
    'unknown-field',
    [
      'at the top of version 1',
      'whole',
      `${START}[▸application]\nname = "shop"\n`,
      /^unknown field `application`, expected one of `spin_manifest_version`, `spin_version`, `name`, /u,
      WHOLE,
    ],
    [
      'in a component of version 1',
      'whole',
      `${START}${ORDERS}▸variables = {}\n${ROUTE}`,
      'unknown field `variables`, expected one of `id`, `source`, `trigger`, `description`, `config`, `environment`, `files`, `exclude_files`, `allowed_http_hosts`, `allowed_outbound_hosts`, `key_value_stores`, `sqlite_databases`, `ai_models`, `build`',
      `${START}${ORDERS}config = {}\n${ROUTE}`,
    ],
  ),
  ...casesOf(
    'missing-field',
    [
      'the trigger of version 1',
      'whole',
      `▸${HEAD}${ORDERS}${ROUTE}`,
      'missing field `trigger`',
      WHOLE,
    ],
    [
      'the type of the trigger of version 1',
      'whole',
      `${HEAD}trigger = ▸{}\n${ORDERS}${ROUTE}`,
      'missing field `type`',
      WHOLE,
    ],
    [
      'the trigger of a component of version 1',
      'whole',
      `${START}▸${ORDERS}`,
      'missing field `trigger`',
      WHOLE,
    ],
  ),
  ...casesOf(
    'wrong-type',
    [
      'components of version 1 in a table',
      'whole',
      `${START}[▸component.orders]\nsource = "orders.wasm"\n`,
      'invalid type: map, expected a sequence',
      WHOLE,
    ],
    [
      'the trigger of a component of version 1 as a list',
      'whole',
      `${START}${ORDERS}▸[[component.trigger]]\nroute = "/"\n`,
      'invalid type: sequence, expected a map',
      WHOLE,
    ],
  ),
  ...casesOf(
    'translated-id',
    [
      'a component',
      'whole',
      `${START}[[component]]\nid = ▸"1st"\nsource = "a.wasm"\n${ROUTE}`,
      "invalid ID `1st`: '-'-separated words must start with an ASCII letter; got '1'",
      `${START}[[component]]\nid = "my_Component"\nsource = "a.wasm"\n${ROUTE}`,
    ],
    [
      'a variable',
      'whole',
      `${WHOLE}[variables]\n▸api-host = { default = "a" }\n`,
      "invalid ID `api-host`: words must be separated with '_', not '-'",
      `${WHOLE}[variables]\napi_host = { default = "a" }\n`,
    ],
    [
      'a name in the configuration of a component',
      'whole',
      `${START}${ORDERS}config = { ▸Host = "a" }\n${ROUTE}`,
      'invalid ID `Host`: \'_\'-separated words must be all lowercase or all UPPERCASE; got "Host"',
      `${START}${ORDERS}config = { host = "a" }\n${ROUTE}`,
    ],
  ),
  ...casesOf('translated-twice', [
    'two ids that become one',
    'whole',
    `${START}[[component]]\nid = ▸"my_orders"\nsource = "a.wasm"\n${ROUTE}[[component]]\nid = "my-orders"\nsource = "b.wasm"\n[component.trigger]\nroute = "/b"\n`,
    'this component is never run: a later one has the id "my-orders" too, and replaces it',
    `${START}[[component]]\nid = "my_orders"\nsource = "a.wasm"\n${ROUTE}[[component]]\nid = "others"\nsource = "b.wasm"\n[component.trigger]\nroute = "/b"\n`,
  ]),
  ...casesOf(
    'translated-hosts',
    [
      'another scheme',
      'whole',
      `${START}${ORDERS}allowed_http_hosts = ["example.com", ▸"ftp://example.com"]\n${ROUTE}`,
      "One or more allowed_http_hosts entries was invalid:\nftp://example.com isn't a valid host or host:port string",
      `${START}${ORDERS}allowed_http_hosts = ["example.com", "http://example.com"]\n${ROUTE}`,
    ],
    [
      'a path',
      'whole',
      `${START}${ORDERS}allowed_http_hosts = [▸"example.com/a"]\n${ROUTE}`,
      'One or more allowed_http_hosts entries was invalid:\nexample.com/a contains a path, should be host and optional port only',
      `${START}${ORDERS}allowed_http_hosts = ["example.com:81", "self", "localhost"]\n${ROUTE}`,
    ],
    [
      'no host',
      'whole',
      `${START}${ORDERS}allowed_http_hosts = [▸"http://"]\n${ROUTE}`,
      "One or more allowed_http_hosts entries was invalid:\nhttp:// isn't a valid HTTP host URL: empty host",
      `${START}${ORDERS}allowed_http_hosts = ["insecure:allow-all", "http://"]\n${ROUTE}`,
    ],
  ),
  ...casesOf('trigger-keys', [
    'a trigger of version 1 without its route',
    'whole',
    `${START}${ORDERS}▸[component.trigger]\n`,
    'missing field `route`',
    WHOLE,
  ]),
  ...casesOf('http-base', [
    'a base in version 1',
    'whole',
    `${HEAD}trigger = { type = "http", base = ▸"/api" }\n${ORDERS}${ROUTE}`,
    /^This application is using the deprecated trigger 'base' field\./u,
    WHOLE,
  ]),
  ...casesOf('variable-unknown', [
    'in the configuration of version 1',
    'whole',
    `${START}${ORDERS}config = { host = ▸"{{ host }}" }\n${ROUTE}`,
    'invalid variable template: unknown variable "host"',
    `${START}${ORDERS}config = { host = "{{ host }}" }\n${ROUTE}[variables]\nhost = { default = "a" }\n`,
  ]),
  ...casesOf('source-digest', [
    'in version 1',
    'whole',
    `${START}[[component]]\nid = "a"\nsource = { url = "https://example.com/a.wasm", digest = ▸"abc" }\n${ROUTE}`,
    'invalid `digest` "abc"; must start with \'sha256:\'',
    `${START}[[component]]\nid = "a"\nsource = { url = "https://example.com/a.wasm", digest = "sha256:abc" }\n${ROUTE}`,
  ]),
  ...casesOf('host-malformed', [
    'in version 1',
    'whole',
    `${START}${ORDERS}allowed_outbound_hosts = [▸"example.com"]\n${ROUTE}`,
    /does not contain a scheme/u,
    `${START}${ORDERS}allowed_outbound_hosts = ["https://example.com"]\n${ROUTE}`,
  ]),
  ...casesOf('route-duplicate', [
    'in version 1',
    'whole',
    `${START}${ORDERS}trigger = { route = ▸"/a" }\n[[component]]\nid = "b"\nsource = "b.wasm"\ntrigger = { route = "/a" }\n`,
    /^The following component routes are duplicates and will never be used: orders: \/a \(duplicate of b\)/u,
    WHOLE,
  ]),
];
