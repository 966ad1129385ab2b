import { HTTP_HOSTS_INVALID, httpHostProblem } from '../../http-hosts.ts';
import { kebabProblem, lowerSnakeProblem } from '../../ids.ts';
import { rustString } from '../../rust-text.ts';
import { translatedId } from '../manifest/translate.ts';
import type { Finding, Rule } from '../rule.ts';
import {
  at,
  entriesOf,
  itemsOf,
  stringsOf,
  type TomlNode,
  type TomlTable,
  textOf,
} from '../toml/node.ts';

const source = 'crates/manifest/src/compat.rs';

/** The components of a manifest of version 1. */
function componentsOf(root: TomlTable): readonly TomlNode[] {
  return itemsOf(at(root, 'component'));
}

const id: Rule = {
  id: 'translated-id',
  severity: 'error',
  stage: 'parse',
  what: 'An id or a name of a manifest of version 1 that can not be one in version 2',
  source,
  *check({ root, manifest }) {
    if (manifest.version !== 1) return;
    yield* variablesOf(at(root, 'variables'), 'variables');
    for (const [index, component] of componentsOf(root).entries()) {
      const node = at(component, 'id');
      const name = translatedId(textOf(node) ?? 'none');
      const reason = kebabProblem(name);
      if (node !== undefined && reason !== undefined) {
        const key = `component[${index}].id`;
        yield { span: node.span, key, message: `invalid ID \`${name}\`: ${reason}` };
      }
      yield* variablesOf(at(component, 'config'), `component[${index}].config`);
    }
  },
};

function* variablesOf(table: TomlNode | undefined, path: string): Iterable<Finding> {
  for (const { key, span } of entriesOf(table)) {
    const reason = lowerSnakeProblem(key);
    if (reason === undefined) continue;
    yield { span, key: `${path}.${key}`, message: `invalid ID \`${key}\`: ${reason}` };
  }
}

const twice: Rule = {
  id: 'translated-twice',
  severity: 'warning',
  stage: 'never',
  what: 'Two components of a manifest of version 1 with one id: the last one replaces the other',
  source,
  *check({ root, manifest }) {
    if (manifest.version !== 1) return;
    const ids = componentsOf(root).map((component) =>
      translatedId(textOf(at(component, 'id')) ?? ''),
    );
    const last = new Map(ids.map((name, index) => [name, index]));
    for (const [index, component] of componentsOf(root).entries()) {
      const node = at(component, 'id');
      const name = ids[index] ?? '';
      if (node === undefined || last.get(name) === index) continue;
      yield {
        span: node.span,
        key: `component[${index}].id`,
        message: `this component is never run: a later one has the id ${rustString(name)} too, and replaces it`,
        hint: 'Give each component an id of its own.',
      };
    }
  },
};

const httpHosts: Rule = {
  id: 'translated-hosts',
  severity: 'error',
  stage: 'parse',
  what: 'An entry of `allowed_http_hosts` in a manifest of version 1 that is no host',
  source: 'crates/manifest/src/compat/allowed_http_hosts.rs',
  *check({ root, manifest }) {
    if (manifest.version !== 1) return;
    for (const [index, component] of componentsOf(root).entries()) {
      const hosts = stringsOf(at(component, 'allowed_http_hosts'));
      if (hosts.some(({ value }) => value === 'insecure:allow-all')) continue;
      for (const { value, span } of hosts) {
        const problem = httpHostProblem(value);
        if (problem === undefined) continue;
        const key = `component[${index}].allowed_http_hosts`;
        yield { span, key, message: `${HTTP_HOSTS_INVALID}\n${problem}` };
      }
    }
  },
};

/** What goes wrong when Spin translates a manifest of version 1. */
export const translationRules: readonly Rule[] = [id, twice, httpHosts];
