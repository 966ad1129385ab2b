import type { Finding } from '../../evidence/finding.ts';
import type { Source } from '../../facts/fact.ts';
import { HOSTS, type HostFacts, type HostId, type Need, type Offer } from '../../facts/hosts.ts';
import { SOURCES } from '../../facts/sources.ts';
import { type Catalogue, catalogueOf } from '../../messages/catalogue.ts';
import { nameList } from '../names.ts';
import { seen, seenBut } from '../rule.ts';
import { COMPILED, NUMERIC } from '../rules/selectors.ts';
import { type Limit, limitsMet } from './limits.ts';
import { needsOf, type ShownNeed } from './needs.ts';

/** One interface that the component would import or export on the host that is recommended. */
export interface StackInterface extends Offer {
  readonly need: Need;
  /** The hosts that have this very interface; for a draft they are all that run it. */
  readonly hosts: readonly string[];
  readonly findings: readonly Finding[];
}

/** A host, seen from what the service needs. */
export interface HostChoice {
  readonly id: HostId;
  readonly name: string;
  readonly version: string;
  readonly says: string;
  readonly fits: string;
  /** Needs that it has no interface for. */
  readonly lacks: readonly Need[];
  readonly cannot: readonly string[];
  readonly sources: readonly Source[];
}

/** A language for a part of the service. */
export interface LanguageChoice {
  readonly part: string;
  readonly language: string;
  readonly why: string;
  readonly sources: readonly Source[];
  readonly findings: readonly Finding[];
}

export interface Stack {
  readonly host: HostChoice;
  /** Why this one, from what was found or asked for. */
  readonly because: string;
  readonly others: readonly HostChoice[];
  readonly interfaces: readonly StackInterface[];
  readonly languages: readonly LanguageChoice[];
  /** What a JavaScript component of this service would run into. */
  readonly limits: readonly Limit[];
}

/** The order in which hosts are considered when they lack the same. */
const IN_CLUSTER: readonly HostId[] = ['spinkube', 'wasmcloud', 'spin', 'wasmtime', 'akamai'];
const OUTSIDE: readonly HostId[] = ['spin', 'wasmtime', 'spinkube', 'wasmcloud', 'akamai'];

/**
 * The host that lacks least of what the service needs, from the table of hosts; among equals the one that is nearest to
 * where the service runs today. A target that the user names is taken as it is, with what it lacks.
 */
export function recommendStack(
  findings: readonly Finding[],
  target?: HostId,
  catalogue: Catalogue = catalogueOf('en'),
): Stack {
  const needs = needsOf(findings);
  const inCluster = seen('service', 'kubernetes')(findings);
  const order = inCluster.length > 0 ? IN_CLUSTER : OUTSIDE;
  const ranked = order
    .flatMap((id) => HOSTS.facts.filter((host) => host.id === id))
    .map((facts) => ({ facts, choice: choiceOf(facts, needs, catalogue) }))
    .sort(
      (a, b) =>
        Number(b.facts.id === target) - Number(a.facts.id === target) ||
        a.choice.lacks.length - b.choice.lacks.length,
    );
  const [best, ...others] = ranked;
  if (best === undefined) throw new Error('the table of hosts is empty');
  return {
    host: best.choice,
    because: because(best.choice, needs, { target, inCluster, catalogue }),
    others: others.map(({ choice }) => choice),
    interfaces: needs.flatMap((shown) => interfacesOf(best.facts, shown)),
    languages: languagesOf(findings, catalogue),
    limits: limitsMet(findings, catalogue),
  };
}

function choiceOf(
  { id, name, sources, offers }: HostFacts,
  needs: readonly ShownNeed[],
  { facts }: Catalogue,
): HostChoice {
  const { version, says, fits, cannot } = facts.hosts[id];
  const lacks = needs.map(({ need }) => need).filter((need) => offers[need] === undefined);
  return { id, name, version, says, fits, lacks, cannot, sources };
}

function because(
  { name, lacks }: HostChoice,
  needs: readonly ShownNeed[],
  {
    target,
    inCluster,
    catalogue,
  }: {
    readonly target: HostId | undefined;
    readonly inCluster: readonly Finding[];
    readonly catalogue: Catalogue;
  },
): string {
  const { because: words, needs: names } = catalogue.stack;
  const list = (some: readonly Need[]) => some.map((need) => names[need]).join(', ');
  const met = needs.map(({ need }) => need).filter((need) => !lacks.includes(need));
  const has = met.length === 0 ? '' : ` ${words.has(list(met))}`;
  const lacking = lacks.length === 0 ? '' : ` ${words.lacks(list(lacks))}`;
  const [place] = inCluster;
  if (target !== undefined) return `${words.askedFor(name)}${has}${lacking}`;
  if (place !== undefined) {
    return `${words.onKubernetes(`${place.file}:${place.line}`)}${has}${lacking}`;
  }
  if (needs.length === 0) return words.nothing;
  return `${words.lacksLeast}${has}${lacking}`;
}

function interfacesOf(host: HostFacts, { need, findings }: ShownNeed): readonly StackInterface[] {
  const offer = host.offers[need];
  if (offer === undefined) return [];
  const hosts = HOSTS.facts
    .filter(({ offers }) => offers[need]?.interface === offer.interface)
    .map(({ name }) => name);
  return [{ need, ...offer, hosts, findings }];
}

function languagesOf(
  findings: readonly Finding[],
  catalogue: Catalogue,
): readonly LanguageChoice[] {
  const words = catalogue.stack.languages;
  const names = (some: readonly Finding[]) =>
    nameList(
      some.map(({ what }) => what),
      catalogue,
    );
  const firm = findings.filter(({ confidence }) => confidence !== 'hint');
  const endpoints = seen('route')(firm);
  const heavy = seenBut('cpu-heavy', ...NUMERIC)(firm);
  const compiled = seen('language', ...COMPILED)(firm);
  const choices: LanguageChoice[] = [];
  if (endpoints.length > 0) {
    choices.push({
      ...words.endpoints,
      sources: [SOURCES.componentizeJs, SOURCES.starlingMonkey],
      findings: endpoints,
    });
  }
  if (heavy.length > 0) {
    choices.push({
      ...words.processor,
      part: words.processor.part(names(heavy)),
      sources: [SOURCES.componentizeJsSpeed],
      findings: heavy,
    });
  }
  if (compiled.length > 0) {
    choices.push({
      part: words.compiled.part(names(compiled)),
      language: names(compiled),
      why: words.compiled.why,
      sources: [SOURCES.componentBook],
      findings: compiled,
    });
  }
  return choices;
}
