import type { ManagerCommands } from '../../project/package-manager.ts';
import { spinUpOptions } from '../../project/view.ts';
import { mdCode, mdCodeLine, mdText } from '../../text/markdown.ts';
import type { AppModel } from '../model.ts';

/** What the README of an app says, encoded for Markdown. */
export function readmeView(app: AppModel, { install, test, run }: ManagerCommands) {
  const { service, components } = app;
  const spin = `spin build --up${spinUpOptions(service)}`;
  const widest = spin.length;
  return {
    title: mdText(service.title),
    description: mdText(service.description),
    summary: summary(app),
    components: components.map(({ model, routes }) => ({
      name: model.name,
      operations: model.typed.report.emitted,
      routes: codes(routes),
    })),
    commands: [
      install,
      `${test.padEnd(widest)} # types, functions in Node, then each built component through both its doors`,
      `${`${run} build`.padEnd(widest)} # components/*/dist`,
      `${spin.padEnd(widest)} # the whole app on Spin, when you have it`,
    ].join('\n'),
    left: left(app),
    shared: shared(app),
    command: mdCodeLine(service.command),
  };
}

function summary({ service, components }: AppModel): string {
  const { interface: source } = service;
  const from = source.kind === 'openapi' ? `, cut from ${mdCode(source.path)}` : '';
  const count = components.length === 1 ? '1 component' : `${components.length} components`;
  return `An app of ${count}${from}.`;
}

function left({ left: others }: AppModel): string | undefined {
  if (others.length === 0) return undefined;
  const named = others.map(({ name, routes }) => `${mdCode(name)} (${codes(routes)})`).join(', ');
  return `Not in this app: ${named}. These routes stay with the service that answers them today; add a component by its name to \`--components\`.`;
}

function shared({ components }: AppModel): string | undefined {
  const users = components.filter(({ model }) => model.shared !== undefined);
  const [first] = users;
  if (first?.model.shared === undefined) return undefined;
  const { namespace, name, version } = first.model.shared.package;
  const labels = [...new Set(users.flatMap(({ model }) => [...(model.shared?.labels ?? [])]))];
  const id = mdCode(`${namespace}:${name}@${version}`);
  return `${labels.map(mdCode).join(', ')} ${labels.length === 1 ? 'is' : 'are'} declared once, in the WIT package ${id}; a copy lies in \`wit/deps\` of each component that uses it (${users.map(({ model }) => mdCode(model.name)).join(', ')}).`;
}

function codes(items: readonly string[]): string {
  return items.map(mdCode).join(', ');
}
