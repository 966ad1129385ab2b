import { basePath } from './base-path.ts';
import { components } from './components.ts';
import { description } from './description.ts';
import { from } from './from.ts';
import { git } from './git.ts';
import { install } from './install.ts';
import { interfaceSource } from './interface.ts';
import { keyValueStores } from './key-value-stores.ts';
import { lang } from './lang.ts';
import { language } from './language.ts';
import { name } from './name.ts';
import { namespace } from './namespace.ts';
import { needs } from './needs.ts';
import { operations } from './operations.ts';
import { origin } from './origin.ts';
import { outbound } from './outbound.ts';
import { packageManager } from './package-manager.ts';
import type { Question } from './question.ts';
import { secrets } from './secrets.ts';
import { service } from './service.ts';
import { sqliteDatabases } from './sqlite-databases.ts';
import { stubs } from './stubs.ts';
import { variables } from './variables.ts';
import { version } from './version.ts';

/** Every question, in the order in which they are asked: an answer may be the default of a later one. */
export const questions: readonly Question[] = [
  service,
  origin,
  interfaceSource,
  from,
  operations,
  name,
  components,
  lang,
  language,
  needs,
  outbound,
  description,
  namespace,
  version,
  basePath,
  stubs,
  keyValueStores,
  sqliteDatabases,
  variables,
  secrets,
  packageManager,
  git,
  install,
];
