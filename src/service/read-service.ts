import { dirname, relative, sep } from 'node:path';
import type { Assessment } from '../assessment/assess.ts';
import type { ServiceNeeds } from '../needs/need.ts';
import { serviceNeeds } from '../needs/service-needs.ts';
import type { ApiModel } from '../openapi/model.ts';
import { readApi, readApiDocument } from '../openapi/read-api.ts';
import type { Answers } from '../questions/answers.ts';
import { oneLine } from '../text/one-line.ts';
import { typeApi } from '../wit/lower.ts';
import type { TypedApi } from '../wit/typed-api.ts';
import type { InterfaceSource, ServiceModel } from './model.ts';
import { operationsDocument } from './operations-document.ts';
import { starterDocument } from './starter.ts';

export interface RunContext {
  /** Absolute path of the project that is being written. */
  readonly destination: string;
  /** The command that reproduces the run. */
  readonly command: string;
  /** What is thought of the service that moves, when there is a folder of it. */
  readonly assessment?: Assessment | undefined;
}

/** What was read of the service before. */
export interface KnownInterface {
  readonly api?: ApiModel;
  /** Of `api`, for the same name, namespace, version and base path. */
  readonly typed?: TypedApi;
}

/**
 * Turns validated answers into the ServiceModel: reads the interface from where the answers say and gives it WIT types.
 *
 * @throws Failure (code 2) when the document can't be read or used.
 */
export async function readService(
  answers: Answers,
  run: RunContext,
  known: KnownInterface = {},
): Promise<ServiceModel> {
  const needs = serviceNeeds(answers);
  const api = known.api ?? (await readInterface(answers, needs));
  return {
    name: answers.name,
    title: oneLine(api.title) || answers.name,
    description: oneLine(answers.description),
    namespace: answers.namespace,
    version: answers.version,
    language: answers.language,
    packageManager: answers.packageManager,
    origin: answers.origin,
    interface: interfaceSource(answers, run.destination),
    basePath: answers.basePath,
    stubs: answers.stubs,
    needs,
    api,
    typed:
      known.typed ??
      typeApi(
        api,
        { namespace: answers.namespace, name: answers.name, version: answers.version },
        { basePath: answers.basePath },
      ),
    command: run.command,
    ...(run.assessment !== undefined && { assessment: run.assessment }),
  };
}

async function readInterface(answers: Answers, needs: ServiceNeeds): Promise<ApiModel> {
  if (answers.interface === 'openapi' && answers.from !== undefined) return readApi(answers.from);
  if (answers.interface === 'operations') {
    return readApiDocument(operationsDocument(answers.name, answers.operations), 'operations');
  }
  return readApiDocument(
    starterDocument(answers.name, answers.description, needs.chosen),
    'starter',
  );
}

function interfaceSource(answers: Answers, destination: string): InterfaceSource {
  if (answers.interface === 'openapi' && answers.from !== undefined) {
    // Seen from the folder that holds the project, where the reproducing command is run.
    return {
      kind: 'openapi',
      path: relative(dirname(destination), answers.from).split(sep).join('/'),
    };
  }
  if (answers.interface === 'operations') {
    return { kind: 'operations', operations: answers.operations };
  }
  return { kind: 'starter' };
}
