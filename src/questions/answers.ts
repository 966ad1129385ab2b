import type { Lang } from '../messages/lang.ts';
import type { Language, Origin, PackageManager } from '../service/model.ts';

/** Every answer, after flags, answers file, stored answers, prompts and defaults were merged and validated. */
export interface Answers {
  /** Absolute path of the folder of the service that moves, when there is one to read. */
  readonly service: string | undefined;
  readonly name: string;
  readonly description: string;
  readonly namespace: string;
  readonly version: string;
  /** Of the questions, the verdict and the plan of the move; absent without a service to judge. */
  readonly lang: Lang | undefined;
  readonly language: Language;
  readonly origin: Origin;
  readonly interface: 'openapi' | 'operations' | 'none';
  /** Absolute path of the OpenAPI document, with `interface: 'openapi'`. */
  readonly from: string | undefined;
  /** `GET /orders/{id}`, with `interface: 'operations'`. */
  readonly operations: readonly string[];
  /** Names of proposed components that the app is made of, or `all`; without them the project is one component. */
  readonly components: readonly string[] | undefined;
  readonly basePath: string;
  readonly stubs: 'none' | 'examples';
  /** Names of needs, each once, in the order of `src/needs/index.ts`. */
  readonly needs: readonly string[];
  /** Entries of `allowed_outbound_hosts`: `https://api.example.com`. */
  readonly outbound: readonly string[];
  /** Labels of key-value stores; empty: `default`, when it needs one. */
  readonly keyValueStores: readonly string[];
  /** Labels of SQLite databases; empty: `default`, when it needs one. */
  readonly sqliteDatabases: readonly string[];
  /** `log_level=info`, or `log_level` when it is required. */
  readonly variables: readonly string[];
  /** Names of variables whose values are secrets. */
  readonly secrets: readonly string[];
  readonly packageManager: PackageManager;
  readonly git: boolean;
  readonly install: boolean;
}
