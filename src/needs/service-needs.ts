import type { Answers } from '../questions/answers.ts';
import { GREETING } from '../service/starter.ts';
import { DEFAULT_LABEL } from '../spin/runtime-config.ts';
import { needs } from './index.ts';
import type { Granted, Need, ServiceNeeds, Variable } from './need.ts';
import { needOfHost } from './outbound-host.ts';
import { splitVariable } from './variable-name.ts';

/** The answers about needs, with what they imply: a host to call or a label needs an interface, a database its variables. */
export function serviceNeeds(answers: Answers): ServiceNeeds {
  const { outbound, keyValueStores, sqliteDatabases } = answers;
  const stores = keyValueStores.length === 0 ? [DEFAULT_LABEL] : keyValueStores;
  const databases = sqliteDatabases.length === 0 ? [DEFAULT_LABEL] : sqliteDatabases;
  const asked = new Set([
    ...answers.needs,
    ...outbound.flatMap((entry) => needOfHost(entry) ?? []),
    ...(keyValueStores.length > 0 && !answers.needs.includes('wasi-keyvalue') ? ['kv'] : []),
    ...(sqliteDatabases.length > 0 ? ['sqlite'] : []),
    ...(answers.variables.length + answers.secrets.length > 0 ? ['variables'] : []),
  ]);
  const chosen = withUsed(asked);
  const service: Granted = {
    name: answers.name,
    language: answers.language,
    outbound,
    stores,
    databases,
  };
  const variables = new Map<string, Variable>();
  for (const variable of [...ownVariables(answers), ...needVariables(chosen, service)]) {
    // What the user says of a need's variable wins.
    if (!variables.has(variable.name)) variables.set(variable.name, variable);
  }
  const reads = chosen.some(({ name }) => name === 'variables' || name === 'wasi-config');
  if (reads && variables.size === 0) {
    const example = answers.interface === 'none' ? GREETS : EXAMPLE;
    variables.set(example.name, example);
  }
  return { chosen, outbound, stores, databases, variables: [...variables.values()] };
}

/** For a service that wants variables and names none: an interface without a variable has no grant. */
const EXAMPLE: Variable = {
  name: 'log_level',
  fallback: 'info',
  secret: false,
  description: 'How much is logged.',
};

/** The same for the starter, which reads it. */
const GREETS: Variable = {
  name: GREETING,
  fallback: 'Hello',
  secret: false,
  description: 'What everybody is greeted with.',
};

/** The needs of these names and those that they use, in the order in which they are declared. */
function withUsed(names: ReadonlySet<string>): readonly Need[] {
  const all = new Set(names);
  for (const need of needs) {
    if (names.has(need.name)) for (const used of need.uses) all.add(used);
  }
  return needs.filter(({ name }) => all.has(name));
}

function needVariables(chosen: readonly Need[], service: Granted): readonly Variable[] {
  return chosen.flatMap((need) => need.variables(service));
}

function ownVariables({ variables, secrets }: Answers): readonly Variable[] {
  const plain = variables.map((text): Variable => {
    const { name, fallback } = splitVariable(text);
    const description =
      fallback === undefined ? 'Required.' : 'Set it where the default does not fit.';
    return { name, secret: false, description, ...(fallback !== undefined && { fallback }) };
  });
  const secret = secrets.map(
    (name): Variable => ({
      name,
      secret: true,
      description: 'Set it where the service runs.',
    }),
  );
  return [...secret, ...plain];
}
