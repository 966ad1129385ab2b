import type { Finding, FindingKind } from '../../evidence/finding.ts';
import { partsOf } from '../../fit/parts.ts';
import { EMBEDDED } from '../../fit/rules/selectors.ts';
import { firm, type ReportContext } from '../context.ts';

/** A service as a picture shows it. */
export interface SeenService {
  readonly id: string;
  readonly name: string;
  readonly findings: readonly Finding[];
}

/** The services of the folder: its parts, or all of it as one. */
export function servicesOf(context: ReportContext): readonly SeenService[] {
  const findings = firm(context);
  const parts = partsOf(findings);
  if (parts.length === 0) return [{ id: 'service', name: context.name, findings }];
  return parts.map((part, index) => ({
    id: `service${index}`,
    name: part.folder,
    findings: part.findings,
  }));
}

/** Something outside of the process that a service talks to. */
export interface SeenStore {
  readonly id: string;
  readonly what: string;
  /** Where it was seen first. */
  readonly place: string;
  readonly kind: 'store' | 'other';
  readonly isBroker: boolean;
}

const STORES: readonly FindingKind[] = [
  'database',
  'cache',
  'broker',
  'object-store',
  'mail',
  'directory',
];

/** Caches that have a place of their own; all others live in the process. */
const SERVERS_OF_CACHES = new Set(['redis', 'valkey', 'memcached']);

function isInProcess({ kind, what }: Finding): boolean {
  if (kind === 'cache') return !SERVERS_OF_CACHES.has(what);
  return kind === 'database' && EMBEDDED.some((embedded) => embedded === what);
}

/** Databases, caches, brokers and the like, each once. */
export function storesOf(findings: readonly Finding[]): readonly SeenStore[] {
  const stores = new Map<string, SeenStore>();
  for (const finding of findings) {
    const { kind, what, file, line } = finding;
    if (!STORES.includes(kind) || isInProcess(finding) || stores.has(what)) continue;
    const id = `store_${what.replace(/\W/gu, '_')}`;
    const place = `${file}:${line}`;
    stores.set(what, { id, what, place, kind: 'store', isBroker: kind === 'broker' });
  }
  return [...stores.values()];
}

const MOST_HOSTS = 5;

/** Hosts that are called over HTTP; those of the compose file and the cluster too. */
export function calledHosts(findings: readonly Finding[]): readonly SeenStore[] {
  const hosts = new Map<string, SeenStore>();
  for (const { kind, what, value, file, line } of findings) {
    if (kind !== 'outbound-host' || !/^https?$/u.test(what) || hosts.has(value)) continue;
    const id = `host${hosts.size}`;
    hosts.set(value, { id, what: value, place: `${file}:${line}`, kind: 'other', isBroker: false });
  }
  return [...hosts.values()].slice(0, MOST_HOSTS);
}
