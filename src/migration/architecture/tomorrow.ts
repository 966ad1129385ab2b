import type { Arrow, Diagram, DiagramNode } from '../../report/diagram/diagram.ts';
import { firm, type Project, type ReportContext } from '../context.ts';
import { calledHosts, type SeenStore, storesOf } from './services.ts';
import { storeNode } from './today.ts';

/** What a host of components gives an interface for. */
const REACHED: ReadonlyMap<string, string> = new Map([
  ['postgres', 'postgres'],
  ['mysql', 'mysql'],
  ['mariadb', 'mysql'],
  ['redis', 'redis'],
  ['valkey', 'redis'],
  ['sqlite', 'sqlite'],
]);

/**
 * What runs when the plan is done: a gateway that sends what has moved to components and the rest to what stays. Data
 * stores that no interface of the host reaches are the container's alone.
 */
export function tomorrow(context: ReportContext): Diagram {
  const { words, name } = context;
  const { diagram } = words.plan;
  const stores = storesOf(firm(context));
  const hosts = calledHosts(firm(context));
  const components = componentNodes(context);
  const container = containerNode(context);
  const line = container.isFinal ? 'solid' : 'dashed';
  const gateway: DiagramNode = { id: 'gateway', label: diagram.gateway, kind: 'caller' };
  const toStore = (store: SeenStore): readonly Arrow[] => [
    ...(reaches(context, store)
      ? components.map(({ id }): Arrow => ({ from: id, to: store.id, line: 'solid' }))
      : []),
    { from: container.node.id, to: store.id, line },
  ];
  return {
    title: diagram.tomorrow(name),
    layers: [
      {
        title: diagram.callers,
        nodes: [{ id: 'clients', label: diagram.clients, kind: 'caller' }],
      },
      { title: diagram.entrance, nodes: [gateway] },
      { title: diagram.services, nodes: [...components, container.node] },
      { title: diagram.uses, nodes: [...stores, ...hosts].map((one) => storeNode(one, words)) },
    ],
    arrows: [
      { from: 'clients', to: 'gateway', line: 'solid' },
      ...components.map(({ id }): Arrow => ({ from: 'gateway', to: id, line: 'solid' })),
      { from: 'gateway', to: container.node.id, line },
      ...stores.flatMap(toStore),
      ...hosts.flatMap(({ id: to }) =>
        components.map(({ id: from }): Arrow => ({ from, to, line: 'solid' })),
      ),
    ],
  };
}

/** More components are shown as one. */
const MOST_COMPONENTS = 6;

/** The project's component; without a project, the services that move or the components that are proposed. */
function componentNodes(context: ReportContext): readonly DiagramNode[] {
  const { assessment, words } = context;
  return componentNames(context).map((label, index) => ({
    id: `component${index}`,
    label,
    detail: `${words.plan.diagram.component}, ${assessment.stack.host.name}`,
    kind: 'component',
  }));
}

/** Of an app each component, of a project its own. */
function projectComponents({ files, model }: Project): readonly string[] {
  const folders = [...files].flatMap((file) => /^components\/([^/]+)\//u.exec(file)?.[1] ?? []);
  return folders.length === 0 ? [model.name] : [...new Set(folders)];
}

function componentNames({ assessment, name, project }: ReportContext): readonly string[] {
  if (project !== undefined) return projectComponents(project);
  const { verdict, boundaries } = assessment;
  const moving = verdict.parts.filter(({ outcome }) => outcome !== 'stay');
  if (moving.length > 0) return moving.map(({ folder }) => folder);
  const proposed = boundaries.components.map((component) => component.name);
  return proposed.length > 1 && proposed.length <= MOST_COMPONENTS ? proposed : [name];
}

/** What is left of the service: it ends with the plan when nothing has to stay. */
function containerNode({ assessment, words, name }: ReportContext): {
  readonly node: DiagramNode;
  readonly isFinal: boolean;
} {
  const { verdict } = assessment;
  const isFinal = verdict.outcome !== 'go';
  const detail = isFinal ? words.plan.diagram.stays : words.plan.diagram.untilTheEnd;
  return { node: { id: 'container', label: name, detail, kind: 'container' }, isFinal };
}

function reaches({ assessment }: ReportContext, { what }: SeenStore): boolean {
  const need = REACHED.get(what);
  return assessment.stack.interfaces.some((one) => one.need === need);
}
