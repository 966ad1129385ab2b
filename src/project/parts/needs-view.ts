import type { Variable } from '../../needs/need.ts';
import { readinessPath } from '../../needs/readiness-path.ts';
import { granted } from '../../needs/service-grants.ts';
import type { ServiceModel } from '../../service/model.ts';
import { mdCode, mdCodeLine, mdText } from '../../text/markdown.ts';
import { spinUpOptions } from '../view.ts';

/** What README.md and SECURITY.md say of the needs, encoded for Markdown. */
export function needsView(model: ServiceModel) {
  const { chosen, variables, outbound } = model.needs;
  const service = { ...granted(model), variables: variables.map(({ name }) => name) };
  const secrets = variables.filter(({ secret }) => secret);
  return {
    path: readinessPath(model),
    own: ownFiles(model),
    options: spinUpOptions(model),
    needs: chosen.map((need) => ({
      ...need.readme(service),
      title: need.title,
      draft: need.stage === 'draft',
      module: mdCode(`src/host/${need.code.wrapper}.${model.language}`),
      start: start(need.proof.server?.start, model.name),
      interfaces: [...need.wit.imports, ...need.wit.exports].map(mdCode).join(', '),
    })),
    variables: variables.map(variableRow),
    required: variables.filter(({ fallback }) => fallback === undefined).map(environmentName),
    secrets: secrets.map(({ name }) => mdCode(name)).join(', '),
    outbound: outbound.map(mdCode).join(', '),
    everything: outbound.includes('*://*:*'),
  };
}

/** Files beside the service's own that are the user's. */
function ownFiles({ language, needs }: ServiceModel): string {
  const names = new Set(needs.chosen.map(({ name }) => name));
  const files = [
    ...(names.has('redis-trigger') ? [`src/messages.${language}`] : []),
    ...(names.has('files') ? ['assets/'] : []),
    ...(names.size > 0 ? ['SECURITY.md'] : []),
    ...(needs.variables.length > 0 ? ['.env.example'] : []),
  ];
  return files.map((file) => `, ${mdCode(file)}`).join('');
}

function start(command: string | undefined, name: string): string | undefined {
  return command === undefined ? undefined : mdCodeLine(command.replaceAll('=NAME', `=${name}`));
}

function variableRow({ name, fallback, secret, description }: Variable) {
  return {
    name: mdCode(name),
    value: secret ? 'secret' : fallback === undefined ? 'required' : mdCode(fallback) || 'empty',
    description: mdText(description),
  };
}

function environmentName({ name }: Variable): string {
  return `SPIN_VARIABLE_${name.toUpperCase()}`;
}
