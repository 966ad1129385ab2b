import { divide } from '../boundaries/divide.ts';
import type { Endpoint } from '../boundaries/endpoint.ts';
import { type Proposal, type ProposedComponent, propose } from '../boundaries/proposal.ts';
import { serviceGraph } from '../boundaries/service-graph.ts';
import { reasonWords } from '../boundaries/words.ts';
import type { Finding } from '../evidence/finding.ts';
import { catalogueOf } from '../messages/catalogue.ts';
import type { ApiModel } from '../openapi/model.ts';
import { partOfApi } from '../openapi/part-of-api.ts';
import type { ServiceModel } from '../service/model.ts';
import { badInput, type Failure } from '../terminal/failure.ts';
import { nearest } from '../text/nearest.ts';
import { quote } from '../text/quote.ts';
import { typeApi } from '../wit/lower.ts';
import { packageId } from '../wit/package-id.ts';
import { componentNeeds } from './component-needs.ts';
import type { AppComponent, AppModel } from './model.ts';
import { sharedTypes } from './shared-types.ts';

/** The answer that takes every proposed component. */
export const ALL = 'all';

/** The folder of an app's components. */
export const FOLDER = 'components';

/**
 * Divides a service into the components that the user wants of those proposed.
 *
 * @param wanted - their names, or `all`
 * @throws Failure (code 2) when a name isn't proposed, or the service is not to be divided: with the reason
 */
export function readApp(service: ServiceModel, wanted: readonly string[]): AppModel {
  const { api, basePath, assessment } = service;
  const endpoints = endpointsToDivide(api, basePath, assessment?.evidence.findings);
  const proposal = propose(endpoints, [api]);
  const chosen = choose(proposal, wanted);
  const parts = chosen.map((component) => partOf(service, component));
  const shared = sharedTypes(
    parts.map(({ typed }) => typed),
    packageId({
      namespace: service.namespace,
      name: `${service.name}-types`,
      version: service.version,
    }),
    `The types that the components of ${service.name} share.`,
  );
  const components = parts.map((model, index): AppComponent => {
    const taken = shared?.taken[index];
    return {
      folder: `${FOLDER}/${model.name}`,
      routes: chosen[index]?.routes ?? [],
      model:
        shared === undefined || taken === undefined
          ? model
          : { ...model, shared: { ...taken, wit: shared.wit } },
    };
  });
  const left = proposal.components.filter((component) => !chosen.includes(component));
  return { service, components, left: left.map(({ name, routes }) => ({ name, routes })) };
}

/**
 * The components that a service could be, when it could be several.
 *
 * @param findings - of the service's folder, where there is one: what its source says of the endpoints
 */
export function proposedNames(
  api: ApiModel,
  findings: readonly Finding[] = [],
): readonly string[] | undefined {
  const { parts } = divide(endpointsToDivide(api, api.basePath, findings));
  return parts.length < 2 ? undefined : parts.map(({ name }) => name);
}

/** The endpoints that are made now, below their base path, with what the source shows of each. */
function endpointsToDivide(
  api: ApiModel,
  basePath: string,
  findings: readonly Finding[] = [],
): readonly Endpoint[] {
  const made = new Set(api.operations);
  return serviceGraph([api], findings).endpoints.flatMap((endpoint): readonly Endpoint[] => {
    const { operation } = endpoint;
    const isMade = operation !== undefined && made.has(operation);
    return isMade ? [{ ...endpoint, path: basePath + operation.path }] : [];
  });
}

function choose(proposal: Proposal, wanted: readonly string[]): readonly ProposedComponent[] {
  const { components } = proposal;
  if (components.length < 2) {
    throw badInput(reasonWords(proposal, catalogueOf('en')), {
      where: '--components',
      hint: 'Leave the flag out: the service is one component.',
    });
  }
  const names = components.map(({ name }) => name);
  for (const name of wanted) if (name !== ALL && !names.includes(name)) throw unknown(name, names);
  return wanted.includes(ALL) ? components : components.filter(({ name }) => wanted.includes(name));
}

function unknown(name: string, names: readonly string[]): Failure {
  const near = nearest(name, names);
  return badInput(`${quote(name)} is none of the components that are proposed.`, {
    where: '--components',
    hint: `${near === undefined ? '' : `Did you mean ${near}? `}Proposed: ${names.join(', ')}; or ${ALL}.`,
  });
}

/** The component as a service of its own. What is said of the whole folder is the app's to say. */
function partOf(service: ServiceModel, { name, endpoints }: ProposedComponent): ServiceModel {
  const { namespace, version, basePath, assessment: _whole, ...same } = service;
  const api = partOfApi(
    service.api,
    endpoints.flatMap(({ operation }) => operation ?? []),
  );
  return {
    ...same,
    namespace,
    version,
    basePath,
    name,
    app: service.name,
    needs: componentNeeds(service, name),
    title: `${service.title}: ${name}`,
    api,
    typed: typeApi(api, { namespace, name, version }, { basePath }),
  };
}
