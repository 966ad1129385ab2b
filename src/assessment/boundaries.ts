import { join } from 'node:path';
import { type ComponentWit, witOfComponents } from '../boundaries/component-wit.ts';
import { type Proposal, type ProposedComponent, propose } from '../boundaries/proposal.ts';
import { serviceGraph } from '../boundaries/service-graph.ts';
import type { Evidence, Finding } from '../evidence/finding.ts';
import type { Need } from '../facts/hosts.ts';
import type { Step } from '../fit/next-steps.ts';
import { needsOf } from '../fit/stack/needs.ts';
import type { Stack, StackInterface } from '../fit/stack/recommend.ts';
import type { Catalogue } from '../messages/catalogue.ts';
import type { ApiModel } from '../openapi/model.ts';
import { readApi } from '../openapi/read-api.ts';
import { Failure } from '../terminal/failure.ts';

/** Where the service of a folder would be cut. */
export interface Boundaries extends Proposal {
  /** By component. */
  readonly wit: ReadonlyMap<string, ComponentWit>;
  /** What each component needs of its host, by its name. */
  readonly needs: ReadonlyMap<string, readonly StackInterface[]>;
}

/** A folder of more documents than this is a collection of them, not a service. */
const MOST_DOCUMENTS = 10;

/**
 * The APIs of the documents in a folder, the largest first. One that can't be read is left out: its file is in the
 * evidence all the same.
 */
export async function documentedApis({
  folder,
  documents,
}: Evidence): Promise<readonly ApiModel[]> {
  const largest = documents
    .filter(({ operations }) => operations > 0)
    .toSorted((a, b) => b.operations - a.operations)
    .slice(0, MOST_DOCUMENTS);
  const apis: ApiModel[] = [];
  for (const { file } of largest) {
    try {
      apis.push(await readApi(join(folder, file)));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
    }
  }
  return apis;
}

/** Proposes components for a service, with what the evidence shows of each. */
export function boundariesOf(
  { findings }: Evidence,
  documents: readonly ApiModel[],
  stack: Stack,
): Boundaries {
  const { endpoints, apis, moduleOf } = serviceGraph(documents, findings);
  const proposal = propose(endpoints, apis);
  const needs = new Map(
    proposal.components.map((component) => {
      const isWhole = proposal.components.length === 1;
      const own = findings.filter(({ file }) => component.modules.includes(moduleOf(file) ?? ''));
      const known = isWhole ? undefined : needsIn(own, findings);
      const interfaces = stack.interfaces.filter(
        ({ need }) => need !== 'http' && (known === undefined || known.has(need)),
      );
      return [component.name, interfaces];
    }),
  );
  const importsOf = ({ name }: ProposedComponent) =>
    (needs.get(name) ?? [])
      // A draft is no part of a world that somebody might build.
      .filter(({ status }) => status !== 'draft')
      .map((one) => one.interface);
  const wit = witOfComponents(proposal.components, proposal.cuts, apis, importsOf);
  return { ...proposal, needs, wit };
}

const DATABASES: readonly Need[] = ['postgres', 'mysql', 'sqlite'];

/** What some files need; those with queries or entities need the database that the service's manifest names. */
function needsIn(own: readonly Finding[], all: readonly Finding[]): ReadonlySet<Need> {
  const found = new Set(needsOf(own).map(({ need }) => need));
  const keepsData = own.some(({ kind }) => kind === 'orm' || kind === 'data-access');
  if (keepsData) {
    for (const { need } of needsOf(all)) if (DATABASES.includes(need)) found.add(need);
  }
  return found;
}

/** What to do about a service that could be several components. */
export function cuttingSteps({ components }: Proposal, { boundaries }: Catalogue): readonly Step[] {
  if (components.length < 2) return [];
  const text = boundaries.next(components.map(({ name }) => name).join(', '));
  return [{ text, command: 'npx generator-wasm-component --from . --components all' }];
}
