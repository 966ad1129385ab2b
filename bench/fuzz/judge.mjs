// @ts-check
/** What must become of any document: valid WIT, a table that works and a project, or a refusal that says where. */

/**
 * What is tried, of the sources or of the built package.
 *
 * @typedef {object} Subject
 * @property {typeof import('../../src/openapi/read-api.ts').readApiText} readApiText
 * @property {typeof import('../../src/wit/lower.ts').typeApi} typeApi
 * @property {typeof import('../../src/wit/printing/print.ts').printWit} printWit
 * @property {typeof import('../../src/project/plan.ts').planProject} planProject
 * @property {typeof import('../../templates/runtime/handler.ts').createHandler} createHandler
 * @property {typeof import('../../src/terminal/failure.ts').Failure} Failure
 *
 * @typedef {{ end: 'refused' } | { end: 'typed', wit: string } | { end: 'broken', problem: string }} Verdict
 */

const ID = { namespace: 'acme', name: 'svc', version: '1.0.0' };

/**
 * @param {Subject} subject @param {import('./mutate.mjs').Mutant} mutant
 * @param {boolean} plans whether the whole project is made, too
 * @returns {Promise<Verdict>}
 */
export async function judge(subject, { name, text }, plans) {
  try {
    const api = subject.readApiText(text, name);
    const typed = subject.typeApi(api, ID, { basePath: api.basePath });
    const wit = subject.printWit(typed);
    subject.createHandler(typed.table, {});
    if (plans) checkFiles(await subject.planProject(serviceOf(api, typed)));
    return { end: 'typed', wit };
  } catch (error) {
    if (error instanceof subject.Failure && error.code === 2) return refusal(error, name);
    return { end: 'broken', problem: error instanceof Error ? `${error.stack}` : String(error) };
  }
}

/** Says where: a JSON pointer, or a line and column. @param {import('../../src/terminal/failure.ts').Failure} failure @param {string} name @returns {Verdict} */
function refusal({ message, where = '' }, name) {
  const place = where.startsWith(name) ? where.slice(name.length) : '';
  const isKnown = /^(?:#(?:\/.*)?|:\d+:\d+)$/su.test(place) || WHOLE.test(message);
  if (isKnown) return { end: 'refused' };
  return { end: 'broken', problem: `refused without a place (${where}): ${message}` };
}

/** What is said of a document as a whole. */
const WHOLE =
  /nested more than|values once its|grows to more|is empty|is not an OpenAPI|no OpenAPI|is YAML|contains itself/u;

/** @param {readonly import('../../src/project/file.ts').ProjectFile[]} files */
function checkFiles(files) {
  for (const { path, content } of files) {
    if (/\p{Cs}/u.test(content)) throw new Error(`${path} has a lone surrogate`);
  }
}

/** @param {any} api @param {any} typed @returns {any} */
function serviceOf(api, typed) {
  return {
    ...{ name: 'svc', title: api.title || 'svc', description: '', namespace: 'acme' },
    ...{ version: '1.0.0', language: 'ts', packageManager: 'npm', origin: 'nothing' },
    ...{ interface: { kind: 'openapi', path: 'openapi.json' }, stubs: 'examples', command: 'npx' },
    ...{ basePath: api.basePath, needs: { chosen: [], outbound: [], variables: [] }, api, typed },
  };
}
