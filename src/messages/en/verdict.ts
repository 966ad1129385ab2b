import { GO_FROM, STAY_BELOW } from '../../fit/thresholds.ts';

const count = (number: number, one: string, many: string) =>
  `${number} ${number === 1 ? one : many}`;

/** The verdict, its reasons and what is to be done next. */
export const verdict = {
  outcomes: { go: 'Go', partial: 'Partial', stay: 'Stay on containers' },
  /** Names of findings, by their ids, that are not the same in every language. */
  names: { 'kafka-listener': 'Kafka listeners', 'rabbit-listener': 'RabbitMQ listeners' },
  /** The names of findings beyond the first ones. */
  namesAndMore: (names: string, more: number) => `${names} and ${more} more`,
  because: {
    go: `${GO_FROM} points or more, and nothing was found that has to stay.`,
    stay: `Fewer than ${STAY_BELOW} points: what is against a move outweighs the endpoints.`,
    partial: 'Nothing was found that has to stay, but much is built otherwise before it moves.',
    partialBut: (titles: string) => `Endpoints can move; not so: ${titles}.`,
    parts: (names: string) => `As one it would stay; of its services can move: ${names}.`,
    nothingServes:
      'Nothing was found that answers HTTP requests: no routes, no functions, no OpenAPI document.',
  },
  effort: {
    endpoints: (n: number) => count(n, 'endpoint', 'endpoints'),
    annotations: (n: number) =>
      count(n, 'class wired by a framework', 'classes wired by a framework'),
    drivers: (n: number) => count(n, 'driver', 'drivers'),
    queries: (n: number) =>
      count(n, 'place with queries or mapped objects', 'places with queries or mapped objects'),
    transactions: (n: number) => count(n, 'transaction', 'transactions'),
    threads: (n: number) => count(n, 'place with threads', 'places with threads'),
    consumers: (n: number) => count(n, 'message consumer', 'message consumers'),
    schedules: (n: number) => count(n, 'scheduled job', 'scheduled jobs'),
  },
  next: {
    unread: (language: string, where: string) =>
      `Its code is in ${language} (${where}), which is not read here: put its OpenAPI document into the folder, and the verdict goes by that.`,
    listens: (where: string) =>
      `It listens on a port (${where}), but no routes could be read: put its OpenAPI document into the folder, or give the folder of its source.`,
    keep: (titles: string) =>
      `Keep the containers, and ask again when this has changed: ${titles}.`,
    fromDocument: (file: string) => `Make a project from the document in the folder (${file}).`,
    saveDocument: (where: string) =>
      `Save the OpenAPI document that the service serves (${where}), and give it with --from.`,
    firstEndpoints: 'Try it with the first endpoints.',
  },
};
