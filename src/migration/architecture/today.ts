import type { Finding } from '../../evidence/finding.ts';
import { countEffort } from '../../fit/effort.ts';
import { displayName } from '../../fit/names.ts';
import type { Catalogue } from '../../messages/catalogue.ts';
import type { Arrow, Diagram, DiagramNode } from '../../report/diagram/diagram.ts';
import type { ReportContext } from '../context.ts';
import { calledHosts, type SeenService, type SeenStore, servicesOf, storesOf } from './services.ts';

/** What runs today: who calls it, what it keeps its data in, whom it calls. */
export function today(context: ReportContext): Diagram {
  const { words, name } = context;
  const { diagram } = words.plan;
  const services = servicesOf(context);
  const stores = storesOf(context.assessment.evidence.findings.filter(isFirm));
  const hosts = calledHosts(context.assessment.evidence.findings.filter(isFirm));
  const starters = startersOf(services, words);
  return {
    title: diagram.today(name),
    layers: [
      { title: diagram.callers, nodes: starters.map(({ node }) => node) },
      { title: diagram.services, nodes: services.map((one) => serviceNode(one, words)) },
      { title: diagram.uses, nodes: [...stores, ...hosts].map((one) => storeNode(one, words)) },
    ],
    arrows: [
      ...starters.flatMap(({ arrows }) => arrows),
      ...services.flatMap((service) => arrowsOf(service, [...stores, ...hosts], services, words)),
    ],
  };
}

function isFirm({ confidence }: Finding): boolean {
  return confidence !== 'hint';
}

function serviceNode({ id, name, findings }: SeenService, words: Catalogue): DiagramNode {
  const made = findings
    .filter(({ kind }) => kind === 'framework' || kind === 'language')
    .toSorted((a, b) => Number(b.kind === 'framework') - Number(a.kind === 'framework'))
    .map(({ what }) => displayName(what, words));
  const detail = [...new Set(made)].slice(0, 2).join(', ');
  return { id, label: name, ...(detail !== '' && { detail }), kind: 'container' };
}

export function storeNode({ id, what, place, kind }: SeenStore, words: Catalogue): DiagramNode {
  return { id, label: displayName(what, words), detail: place, kind };
}

interface Starter {
  readonly node: DiagramNode;
  readonly arrows: readonly Arrow[];
}

/** What starts work: requests, messages, the clock. */
function startersOf(services: readonly SeenService[], words: Catalogue): readonly Starter[] {
  const { diagram } = words.plan;
  const starter = (
    id: string,
    label: string,
    arrowsOfService: (service: SeenService) => readonly string[],
  ): readonly Starter[] => {
    const arrows = services.flatMap((service) =>
      arrowsOfService(service).map(
        (text): Arrow => ({ from: id, to: service.id, label: text, line: 'solid' }),
      ),
    );
    return arrows.length === 0 ? [] : [{ node: { id, label, kind: 'caller' }, arrows }];
  };
  const count = (findings: readonly Finding[], kind: Finding['kind']) =>
    findings.filter((one) => one.kind === kind).length;
  return [
    ...starter('clients', diagram.clients, ({ findings }) => {
      const { endpoints } = countEffort(findings);
      const sockets = count(findings, 'websocket') > 0 ? ['WebSocket'] : [];
      return [...(endpoints > 0 ? [diagram.endpoints(endpoints)] : []), ...sockets];
    }),
    ...starter('clock', diagram.clock, ({ findings }) => {
      const jobs = count(findings, 'schedule');
      return jobs > 0 ? [words.verdict.effort.schedules(jobs)] : [];
    }),
  ];
}

/** A part is joined to what its own files name; what no part names belongs to all that have no part's files. */
function arrowsOf(
  { id, findings }: SeenService,
  stores: readonly SeenStore[],
  services: readonly SeenService[],
  words: Catalogue,
): readonly Arrow[] {
  const consumes = findings.some(({ kind }) => kind === 'queue-worker');
  return stores
    .filter((store) => services.length === 1 || names(findings, store))
    .map((store): Arrow => {
      const label = store.isBroker && consumes ? { label: words.plan.diagram.messages } : {};
      return { from: id, to: store.id, ...label, line: 'solid' };
    });
}

function names(findings: readonly Finding[], { what }: SeenStore): boolean {
  return findings.some((one) => one.what === what || one.value === what);
}
