import { HTTP_HOSTS_INVALID, httpHostProblem, modernHosts } from '../../http-hosts.ts';
import { rustString } from '../../rust-text.ts';
import type { Rule } from '../rule.ts';
import { entryAt } from '../toml/node.ts';
import { entriesIn } from './host-entries.ts';

const httpHosts: Rule = {
  id: 'http-hosts-deprecated',
  severity: 'warning',
  stage: 'load',
  what: 'The old `allowed_http_hosts`',
  source: 'crates/manifest/src/compat.rs',
  *check({ manifest }) {
    for (const component of manifest.components) {
      const entry = entryAt(component.table, 'allowed_http_hosts');
      const hosts = entriesIn(component, 'allowed_http_hosts').map(({ node }) => node.value);
      if (entry === undefined || hosts.length === 0) continue;
      const modern = hosts.flatMap(modernHosts).map(rustString).join(', ');
      yield {
        span: entry.span,
        key: `${component.key}.allowed_http_hosts`,
        message: `Use of the deprecated field \`allowed_http_hosts\` - to fix, replace \`allowed_http_hosts\` with \`allowed_outbound_hosts = [${modern}]\``,
      };
    }
  },
};

const httpHostsMalformed: Rule = {
  id: 'http-hosts-malformed',
  severity: 'error',
  stage: 'load',
  what: 'An entry of `allowed_http_hosts` that is no host',
  source: 'crates/manifest/src/compat/allowed_http_hosts.rs',
  *check({ manifest }) {
    const all = manifest.components.flatMap((component) =>
      entriesIn(component, 'allowed_http_hosts'),
    );
    if (all.some(({ node }) => node.value === 'insecure:allow-all')) return;
    for (const { node, key } of all) {
      const problem = httpHostProblem(node.value);
      if (problem === undefined) continue;
      const message = `\`allowed_http_hosts\` is malformed: ${HTTP_HOSTS_INVALID}\n${problem}`;
      yield { span: node.span, key, message };
    }
  },
};

/** Of the list that was before `allowed_outbound_hosts`. */
export const httpHostRules: readonly Rule[] = [httpHosts, httpHostsMalformed];
