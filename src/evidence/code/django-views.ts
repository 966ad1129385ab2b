import type { PythonClasses } from './python-classes.ts';
import { matches } from './scan.ts';

/** What generic views answer, by a word in the name of what they inherit (Django, "Built-in class-based views API"). */
const GENERIC: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:Template|List|Detail|\w*Archive\w*|Date\w*)View$/u, ['GET']],
  [/^(?:Create|Update|Delete|Form|Login|Password\w+)View$/u, ['GET', 'POST']],
];

/** What the generic views of the REST framework answer (Django REST framework, "Generic views"). */
const API: readonly (readonly [RegExp, readonly string[]])[] = [
  [/List|Retrieve/u, ['GET']],
  [/Create/u, ['POST']],
  [/Update/u, ['PUT', 'PATCH']],
  [/Destroy/u, ['DELETE']],
];

/** The methods that a class-based view answers; `ANY` when nothing tells. */
export function djangoMethods(classes: PythonClasses, view: string): readonly string[] {
  const lineage = classes.lineage(view);
  const generic = lineage.flatMap((base) => [
    ...GENERIC.flatMap(([name, methods]) => (name.test(base) ? methods : [])),
    ...(/APIView$|ModelMixin$/u.test(base)
      ? API.flatMap(([name, methods]) => (name.test(base) ? methods : []))
      : []),
  ]);
  const methods = [...new Set([...generic, ...classes.verbs(view)])];
  return methods.length > 0 ? methods : ['ANY'];
}

/** Actions of a view set, and whether they are about one member (Django REST framework, "Routers"). */
const ACTIONS = [
  ['list', 'GET', false],
  ['create', 'POST', false],
  ['retrieve', 'GET', true],
  ['update', 'PUT', true],
  ['partial_update', 'PATCH', true],
  ['destroy', 'DELETE', true],
] as const;

const INHERITED: ReadonlyMap<string, readonly string[]> = new Map([
  ['ModelViewSet', ACTIONS.map(([action]) => action)],
  ['ReadOnlyModelViewSet', ['list', 'retrieve']],
  ['ListModelMixin', ['list']],
  ['CreateModelMixin', ['create']],
  ['RetrieveModelMixin', ['retrieve']],
  ['UpdateModelMixin', ['update', 'partial_update']],
  ['DestroyModelMixin', ['destroy']],
]);

/** The routes that a router makes for a view set under `prefix`, those of its extra actions included. */
export function viewSetRoutes(
  classes: PythonClasses,
  viewSet: string,
  prefix: string,
): readonly (readonly [method: string, path: string])[] {
  const lineage = classes.lineage(viewSet);
  const actions = new Set([
    ...lineage.flatMap((base) => INHERITED.get(base) ?? []),
    ...classes.methods(viewSet),
  ]);
  const member = `${prefix}/{id}`;
  const standard = ACTIONS.filter(([action]) => actions.has(action)).map(
    ([, method, isMember]) => [method, isMember ? member : prefix] as const,
  );
  const extra = lineage.flatMap((base) => extraActions(classes.get(base)?.text ?? ''));
  return [
    ...standard,
    ...extra.map(
      ([method, path, isMember]) => [method, `${isMember ? member : prefix}/${path}`] as const,
    ),
  ];
}

const EXTRA =
  /@action\(([^()]{0,1000}(?:\([^()]{0,1000}\)[^()]{0,1000}){0,10})\)\s*(?:@[^\n]*\n\s*){0,20}(?:async\s+)?def\s+(\w+)/gu;

function extraActions(
  text: string,
): (readonly [method: string, path: string, isMember: boolean])[] {
  return [...matches({ code: text, text }, EXTRA)].flatMap(([, options = '', name = '']) => {
    const path = /\burl_path\s*=\s*r?["']([^"']+)["']/u.exec(options)?.[1] ?? name;
    const written = /\bmethods\s*=\s*[[(]([^\])]*)/u.exec(options)?.[1] ?? '"get"';
    const isMember = /\bdetail\s*=\s*True\b/u.test(options);
    return [...written.matchAll(/["'](\w+)["']/gu)].map(
      ([, method = '']) => [method.toUpperCase(), path, isMember] as const,
    );
  });
}
