import { type AllowedHost, hostProblem, readAllowedHost } from '../../hosts.ts';
import { rustString } from '../../rust-text.ts';
import { fillTemplate, templateParts, templateVariables, UNMATCHED } from '../../templates.ts';
import type { Manifest } from '../manifest/view.ts';
import type { Rule } from '../rule.ts';
import { at, textOf } from '../toml/node.ts';
import { closest } from './closest.ts';
import { entriesIn, type HostEntry } from './host-entries.ts';
import { httpHostRules } from './http-hosts.ts';
import { missingVariableHint } from './variables.ts';

const source = 'crates/outbound-networking-config/src/allowed_hosts.rs';
const MALFORMED = '`allowed_outbound_hosts` is malformed';
const CHAINED = '.spin.internal';

function hostsOf({ components }: Manifest): readonly HostEntry[] {
  return components.flatMap((component) => entriesIn(component, 'allowed_outbound_hosts'));
}

/** The values of variables that have a default. */
function defaultsOf({ variables }: Manifest): ReadonlyMap<string, string> {
  return new Map(
    variables.flatMap(({ name, table }) => {
      const value = textOf(at(table, 'default'));
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

const malformed: Rule = {
  id: 'host-malformed',
  severity: 'error',
  stage: 'load',
  what: 'A host that is not `scheme://host[:port]`; with variables it is checked with their defaults',
  source,
  *check({ manifest }) {
    const defaults = defaultsOf(manifest);
    for (const component of manifest.components) {
      const entries = entriesIn(component, 'allowed_outbound_hosts');
      for (const { node, key } of entries) {
        const problem = entryProblem(node.value, defaults, entries.length === 1);
        if (problem === undefined) continue;
        const message = `${MALFORMED}: ${problem}`;
        yield { span: node.span, key, message, ...correction(node.value) };
      }
    }
  },
};

/** What Spin's `validate` says of an entry. */
function entryProblem(
  entry: string,
  defaults: ReadonlyMap<string, string>,
  isOnly: boolean,
): string | undefined {
  if (isOnly && entry === 'insecure:allow-all') {
    return "'insecure:allow-all' is not allowed - use '*://*:*' instead if you really want to allow all outbound traffic'";
  }
  const parts = templateParts(entry);
  if (parts === undefined) return UNMATCHED;
  if (templateVariables(parts).length === 0) return hostProblem(entry);
  const filled = fillTemplate(parts, defaults);
  // Without a default Spin waits for the value; an empty entry is skipped.
  if (filled === undefined || ['', 'http://', 'https://'].includes(filled)) return undefined;
  const problem = hostProblem(filled);
  const shown = parts
    .map((part) => ('text' in part ? part.text : `{{ ${part.variable} }}`))
    .join('');
  return problem === undefined
    ? undefined
    : `using default variable value(s) with template ${rustString(shown)} results in invalid config ${rustString(filled)}: ${problem}`;
}

/** The entry as it was probably meant. */
function correction(entry: string): { readonly hint?: string } {
  const candidates = [
    `https://${entry}`,
    entry.replace(/^(\w+:\/\/[^/]*)\/.*$/u, '$1'),
    entry.toLowerCase(),
  ];
  const good = candidates.find(
    (candidate) => candidate !== entry && hostProblem(candidate) === undefined,
  );
  if (entry.includes('{{')) return {};
  if (entry === 'insecure:allow-all' || entry === '*')
    return { hint: 'Name the hosts that the component calls: "https://api.example.com"' };
  if (/^\w+:\/\//u.test(entry) && hostProblem(`${entry}:1234`) === undefined) {
    return { hint: `Write the port: ${rustString(`${entry}:PORT`)}` };
  }
  return good === undefined ? {} : { hint: `Write: ${rustString(good)}` };
}

/** Why a host that Spin takes is never allowed to anybody. */
interface Dead {
  readonly is: (host: AllowedHost) => boolean;
  readonly why: string;
  /** What to do, or the entry as it should be. */
  readonly instead: string | ((entry: string) => string);
}

const DEAD: readonly Dead[] = [
  {
    is: ({ scheme }) => scheme === 'postgresql',
    why: 'Spin asks for postgres://, also for a connection string that begins with postgresql://',
    instead: (entry) => entry.replace('postgresql://', 'postgres://'),
  },
  {
    is: ({ scheme }) => scheme !== scheme.toLowerCase(),
    why: 'the scheme of a request is in lower case',
    instead: (entry) => entry.replace(/^[^:]*/u, (scheme) => scheme.toLowerCase()),
  },
  {
    is: ({ ports }) => ports !== '*' && ports.from >= ports.before,
    why: 'the last port of a range is not part of it',
    instead: 'Write the range from the lowest to one above the highest port.',
  },
  {
    is: ({ ports }) => ports !== '*' && ports.before === 1,
    why: 'there is no port 0',
    instead: 'Write the port, or `*` for all.',
  },
  {
    is: ({ host }) => host.startsWith('*.') && host !== host.toLowerCase(),
    why: 'the host of a request is in lower case',
    instead: (entry) => entry.toLowerCase(),
  },
  {
    is: ({ host }) => /^\*\.[\d.]+$/u.test(host),
    why: '`*.` is for names, not for addresses',
    instead: 'Write a network: "http://10.0.0.0/8:80"',
  },
  {
    is: ({ host, scheme }) => host === 'self' && !['http', 'https', '*'].includes(scheme),
    why: '`self` is for HTTP requests',
    instead: () => 'http://self',
  },
];

/** An entry with the defaults of its variables; those without one could be any name. */
function likely(entry: string, defaults: ReadonlyMap<string, string>): string {
  return (templateParts(entry) ?? [])
    .map((part) => ('text' in part ? part.text : (defaults.get(part.variable) ?? 'name')))
    .join('');
}

const neverMatches: Rule = {
  id: 'host-never-matches',
  severity: 'warning',
  stage: 'never',
  what: 'A host that Spin takes and that no request can ever match',
  source: 'measured; crates/factor-outbound-pg/src/allowed_hosts.rs',
  *check({ manifest }) {
    const defaults = defaultsOf(manifest);
    for (const { node, key } of hostsOf(manifest)) {
      const always = deadBy(likely(node.value, new Map()));
      const dead = always ?? deadBy(likely(node.value, defaults));
      if (dead === undefined) continue;
      const when = always === undefined ? ' with the defaults of its variables' : '';
      yield {
        span: node.span,
        key,
        message: `${rustString(node.value)} never matches${when}: ${dead.why}`,
        hint:
          always === undefined ? 'Give the variables other defaults.' : advice(dead, node.value),
      };
    }
  },
};

function advice({ instead }: Dead, entry: string): string {
  return typeof instead === 'string' ? instead : `Write: ${rustString(instead(entry))}`;
}

function deadBy(entry: string): Dead | undefined {
  const host = readAllowedHost(entry);
  return typeof host === 'string' ? undefined : DEAD.find(({ is }) => is(host));
}

const unknownVariable: Rule = {
  id: 'host-variable-unknown',
  severity: 'warning',
  stage: 'request',
  what: 'A host with a variable that is not there: the application starts, and then every host is denied, also the others of the list',
  source: 'measured',
  *check({ manifest }) {
    const names = manifest.variables.map(({ name }) => name);
    const known = new Set(names);
    for (const { node, key } of hostsOf(manifest)) {
      for (const name of templateVariables(templateParts(node.value) ?? [])) {
        if (known.has(name)) continue;
        yield {
          span: node.span,
          key,
          message: `invalid variable name: ${name}: all outbound requests of the component will be denied`,
          hint: missingVariableHint(name, names),
        };
      }
    }
  },
};

const chaining: Rule = {
  id: 'host-chaining',
  severity: 'warning',
  stage: 'request',
  what: 'A `<component>.spin.internal` without that component',
  source: 'crates/outbound-networking-config/src/allowed_hosts.rs (service chaining)',
  *check({ manifest }) {
    const ids = manifest.components.map(({ id }) => id);
    for (const { node, key } of hostsOf(manifest)) {
      const host = node.value.includes('{{') ? undefined : readAllowedHost(node.value);
      if (host === undefined || typeof host === 'string' || !host.host.endsWith(CHAINED)) continue;
      const id = host.host.slice(0, -CHAINED.length);
      if (id === '*' || ids.includes(id)) continue;
      const close = closest(id, ids);
      yield {
        span: node.span,
        key,
        message: `${rustString(node.value)} reaches nobody: there is no component ${rustString(id)}`,
        ...(close === undefined ? {} : { hint: `Did you mean \`${close}${CHAINED}\`?` }),
      };
    }
  },
};

export const hostRules: readonly Rule[] = [
  malformed,
  neverMatches,
  unknownVariable,
  chaining,
  ...httpHostRules,
];
