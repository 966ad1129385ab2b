import { argumentsOf } from '../../smoke/calls.ts';
import { sampleRequests, typedCalls } from '../../smoke/samples/index.ts';
import { jsDoc, jsString } from '../encode/javascript.ts';
import { bracketed, following } from '../format/layout.ts';
import { jsonText, literal } from '../format/literal.ts';
import { print } from '../format/print.ts';
import { operations } from '../operations.ts';
import { type Part, renderTemplate } from '../render.ts';
import { GENERATED, projectView } from '../view.ts';
import { starterView } from './service.ts';

/** The user's tests of the functions alone. */
export const unitTestPart: Part = (model) => {
  const { name, language } = model;
  const path = `test/${name}.test.${language}`;
  const kind = model.interface.kind === 'starter' ? 'starter' : 'stubs';
  const template = `${language}/test/${kind}.test.${language}.ejs`;
  const file = { template, path, owner: 'user', why: 'your tests of the functions alone' } as const;
  if (kind === 'starter') return [renderTemplate(file, starterView(model))];
  const ids = operations(model).map(({ route }) => route.id);
  const suffix = language === 'ts' ? ' as const;' : ';';
  const list = print(['const stubs = ', bracketed('[', ids.map(jsString), ']'), suffix]);
  const data = { ...projectView(model), stubs: { list, first: ids[0] ?? '' } };
  return [renderTemplate(file, data)];
};

/** The requests that the component's test sends. */
export const requestsPart: Part = (model) => [
  {
    path: 'test/requests.json',
    content: jsonText(sampleRequests(model)),
    owner: 'generated',
    why: "requests sampled from the document, for the component's test",
  },
];

/** The calls of typed exports that the component's test makes, with the values as JavaScript has them. */
export const callsPart: Part = (model) => {
  const { table } = model.typed;
  const calls = typedCalls(model).map((call) => ({
    door: call.door,
    name: call.function,
    values: argumentsOf(call, table),
  }));
  const typed = model.language === 'ts';
  const docs = jsDoc(
    'Calls of each typed export, with the values of its sample requests.',
    0,
    typed ? [] : [`@type {${CALLS}}`],
  );
  const declaration = `export const calls${typed ? `: ${CALLS}` : ''} =`;
  const text = print([declaration, following(literal(calls)), ';']);
  return [
    {
      path: `test/calls.${model.language}`,
      content: [GENERATED, '', ...docs, text, ''].join('\n'),
      owner: 'generated',
      why: "calls of the typed exports, for the component's test",
    },
  ];
};

const CALLS = '{ door: string; name: string; values: unknown[] }[]';
