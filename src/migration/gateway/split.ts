import { seen } from '../../fit/rule.ts';
import type { Block } from '../../report/page.ts';
import { firm, type ReportContext } from '../context.ts';
import { httpRoute, type Split } from './http-route.ts';
import { nginxSplit } from './nginx.ts';
import { firstPrefixes } from './routes.ts';

/** The gateway's configuration for the first endpoints, as fits where the service runs today; none without a plain path. */
export function splitConfig(context: ReportContext, weight: number): readonly Block[] {
  const split = splitOf(context, weight);
  if (split.prefixes.length === 0) return [];
  return runsOnKubernetes(context)
    ? [{ kind: 'code', language: 'yaml', text: httpRoute(split) }]
    : [{ kind: 'code', language: 'nginx', text: nginxSplit(split) }];
}

export function runsOnKubernetes(context: ReportContext): boolean {
  return seen('service', 'kubernetes')(firm(context)).length > 0;
}

/** The port that the service listens on, as found; else a word to fill in. */
export function containerPort(context: ReportContext): string {
  const [port] = seen('http-port')(firm(context));
  return port !== undefined && /^\d{1,5}$/u.test(port.value) ? port.value : 'PORT';
}

function splitOf(context: ReportContext, weight: number): Split {
  const { name, project } = context;
  const [service] = seen('service', 'kubernetes')(firm(context));
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^a-z\d]+/gu, '-')
      .replace(/^-|-$/gu, '');
  const container = plain(service?.value ?? name) || 'service';
  return {
    name: plain(name) || 'service',
    component: project?.model.name ?? `${plain(name) || 'service'}-component`,
    container,
    containerPort: containerPort(context),
    prefixes: firstPrefixes(context),
    weight,
  };
}
