/**
 * What a proposed component is in WIT: its world, and the package that others read to ask it for something.
 */
import type { ApiModel } from '../openapi/model.ts';
import { partOfApi } from '../openapi/part-of-api.ts';
import { typeApi } from '../wit/lower.ts';
import { groupOperations } from '../wit/naming/interfaces.ts';
import { escapeLabel } from '../wit/naming/labels.ts';
import { type PackageId, packageId } from '../wit/package-id.ts';
import { HTTP_HANDLER, printInterfaces, WORLD } from '../wit/printing/print.ts';
import type { TypedApi } from '../wit/typed-api.ts';
import { requestOf } from './endpoint.ts';
import type { Cut, ProposedComponent } from './proposal.ts';

export interface ComponentWit {
  readonly world: string;
  /** What others ask of it, a package of its own; absent when nobody does. */
  readonly asked: { readonly by: readonly string[]; readonly wit: string } | undefined;
}

/** Components are proposed before anybody has named the project. */
const NAMESPACE = 'example';

/**
 * The WIT of each component, by name.
 *
 * @param apis - what the operations of the components are typed from
 * @param importsOf - interfaces of the host that a component needs
 */
export function witOfComponents(
  components: readonly ProposedComponent[],
  cuts: readonly Cut[],
  apis: readonly ApiModel[],
  importsOf: (component: ProposedComponent) => readonly string[],
): ReadonlyMap<string, ComponentWit> {
  const asked = new Map(components.map((one) => [one.name, askedOf(one, cuts, apis)] as const));
  return new Map(
    components.map((component) => {
      const others = [...asked].flatMap(([, package_]) =>
        package_?.by.includes(component.name) === true ? interfacesOf(package_.typed) : [],
      );
      const imports = [...importsOf(component), ...others];
      const own = asked.get(component.name);
      return [
        component.name,
        {
          world: worldText(component, apis, imports),
          asked: own && { by: own.by, wit: printInterfaces(own.typed) },
        },
      ];
    }),
  );
}

interface Asked {
  readonly by: readonly string[];
  readonly typed: TypedApi;
}

function askedOf(
  component: ProposedComponent,
  cuts: readonly Cut[],
  apis: readonly ApiModel[],
): Asked | undefined {
  const references = cuts
    .flatMap((cut) => cut.references)
    .filter(({ to }) => to === component.name);
  const requests = new Set(references.map(({ asks }) => asks));
  const operations = component.endpoints
    .filter((endpoint) => requests.has(requestOf(endpoint)))
    .flatMap(({ operation }) => operation ?? []);
  const [api] = apis.filter((one) => one.operations.some((item) => operations.includes(item)));
  if (api === undefined) return undefined;
  const typed = typeApi(partOfApi(api, operations), idOf(component, api));
  return { by: [...new Set(references.map(({ from }) => from))], typed };
}

function idOf({ name }: ProposedComponent, api: ApiModel | undefined): PackageId {
  return packageId({ namespace: NAMESPACE, name, version: api?.version ?? '0.1.0' });
}

function interfacesOf({ package: id, interfaces }: TypedApi): readonly string[] {
  return interfaces.map(({ label }) => `${packageText(id)}/${escapeLabel(label)}@${id.version}`);
}

function packageText({ namespace, name }: PackageId): string {
  return `${escapeLabel(namespace)}:${escapeLabel(name)}`;
}

function worldText(
  component: ProposedComponent,
  apis: readonly ApiModel[],
  imports: readonly string[],
): string {
  const own = new Set(component.endpoints.map(({ operation }) => operation));
  const parts = apis
    .map((api) => ({ ...api, operations: api.operations.filter((item) => own.has(item)) }))
    .filter(({ operations }) => operations.length > 0);
  const labels = new Set(parts.flatMap((part) => groupOperations(part).map(({ label }) => label)));
  const id = idOf(component, parts[0]);
  return [
    `package ${packageText(id)}@${id.version};`,
    '',
    `world ${WORLD} {`,
    ...[...new Set(imports)].map((name) => `  import ${name};`),
    `  export ${HTTP_HANDLER};`,
    ...[...labels].map((label) => `  export ${escapeLabel(label)};`),
    '}',
    '',
  ].join('\n');
}
