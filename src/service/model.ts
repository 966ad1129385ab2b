/**
 * ServiceModel: the one validated value between reading and writing. Emitters read it and nothing else.
 */
import type { Assessment } from '../assessment/assess.ts';
import type { ServiceNeeds } from '../needs/need.ts';
import type { ApiModel } from '../openapi/model.ts';
import type { SharedTypes } from '../wit/printing/print.ts';
import type { TypedApi } from '../wit/typed-api.ts';

export type Language = 'ts' | 'js';
export type PackageManager = 'npm' | 'pnpm' | 'yarn' | 'bun';
export type Origin = 'spring-boot' | 'express' | 'fastapi' | 'go' | 'other' | 'nothing';

export interface ServiceModel {
  /** Kebab id, valid as WIT label, Spin component id, npm name and file name: `orders`. */
  readonly name: string;
  /** Human title, one line. */
  readonly title: string;
  readonly description: string;
  /** WIT namespace and npm-safe: `acme`. */
  readonly namespace: string;
  /** Full semver: `0.1.0`. */
  readonly version: string;
  readonly language: Language;
  readonly packageManager: PackageManager;
  /** What the service is today. */
  readonly origin: Origin;
  readonly interface: InterfaceSource;
  /** Prefix of every route, `''` or `/v1`. */
  readonly basePath: string;
  /** What an operation that is not written yet answers: 501, or the document's example. */
  readonly stubs: 'none' | 'examples';
  /** What the service needs of its host, and what follows from it. */
  readonly needs: ServiceNeeds;
  readonly api: ApiModel;
  readonly typed: TypedApi;
  /** Of a component in an app: the app's name. */
  readonly app?: string;
  /** Of a component in an app: the types that it shares with others, and the text of their package. */
  readonly shared?: SharedTypes & { readonly wit: string };
  /** The command that reproduces this project, e.g. `npx generator-wasm-component orders --from openapi.yaml --yes`. */
  readonly command: string;
  /** What is thought of the service that moves, and by what; absent without a folder of it. */
  readonly assessment?: Assessment;
}

export type InterfaceSource =
  /** `path` relative to the project when below or beside it, POSIX separators. */
  | { readonly kind: 'openapi'; readonly path: string }
  | { readonly kind: 'operations'; readonly operations: readonly string[] }
  /** No interface given: the starter edge function, whose operation comes implemented. */
  | { readonly kind: 'starter' };
