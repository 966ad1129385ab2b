import { toId } from '../questions/id.ts';
import { Labels } from '../wit/naming/labels.ts';
import type { Endpoint } from './endpoint.ts';
import { groupBy } from './groups.ts';
import type { Resource } from './resources.ts';

/** A group is called by a word of more than this share of its endpoints. */
const MOST = 0.5;
/** A word belongs to a group that has this share of the endpoints with it. */
const NEARLY_ALL = 0.75;

/** Where so many words are taken, the first one gets a letter. */
const MOST_TRIED = 5;

/** The name of parts that nothing names. */
const UNNAMED = 'general';

/** Names that mean something else: the shared types, the world, the entry of a component, devices on Windows. */
const TAKEN = 'types service app component components wit all none con prn aux nul'.split(' ');

/**
 * The names of components, one a group of resources: the tag of most endpoints when nearly all that have it are in the
 * group, else the resource that most paths begin with, else the module, else whatever is met most often. All are ids
 * that WIT and Spin take, and differ.
 *
 * @param rest - the group that holds what is tied to nothing, if there is one
 */
export function nameComponents(
  groups: readonly (readonly Resource[])[],
  rest?: readonly Resource[],
): readonly string[] {
  const labels = new Labels(TAKEN);
  const all = groups.flat().flatMap(wordsOf);
  return groups.map((group) => {
    const wanted = group === rest ? [] : wantedNames(group.flatMap(wordsOf), all);
    const free = wanted.find((name) => labels.isFree(name));
    return labels.take(free ?? wanted[0] ?? UNNAMED);
  });
}

/** What each endpoint could be called by. */
interface Words {
  readonly tag: string;
  readonly path: string;
  readonly module: string;
}

function wordsOf({ name, endpoints }: Resource): readonly Words[] {
  return endpoints.map(({ tag = '', module = '' }: Endpoint) => ({ tag, path: name, module }));
}

function wantedNames(group: readonly Words[], all: readonly Words[]): readonly string[] {
  const main = (['tag', 'path', 'module'] as const).flatMap((key) => {
    const [[word, count] = ['', 0]] = frequency(group.map((words) => words[key]));
    const everywhere = all.filter((words) => words[key] === word).length;
    return count > group.length * MOST && count >= everywhere * NEARLY_ALL ? [word] : [];
  });
  const others = (['path', 'module', 'tag'] as const).flatMap((key) =>
    frequency(group.map((words) => words[key]))
      .slice(0, MOST_TRIED)
      .map(([word]) => word),
  );
  return [...main, ...others].flatMap((word) => toId(word) ?? []);
}

/** Words with how often they are met, the most frequent first. */
function frequency(words: readonly string[]): readonly (readonly [word: string, count: number])[] {
  return [...groupBy(words, (word) => word)]
    .map(([word, same]) => [word, same.length] as const)
    .toSorted(([, a], [, b]) => b - a);
}
