import { describe, expect, test } from 'vitest';
import { createRouter, templateNames } from '../../templates/runtime/router.ts';

/** Routes written `GET /a/{x}`; the target is the text itself. */
function router(...routes: string[]) {
  return createRouter(
    routes.map((route) => {
      const [method = '', path = ''] = route.split(' ');
      return { method, path, target: route };
    }),
  );
}

/** `GET /a/1?q=2` → the target and its captures, else `Allow`. */
function find(routes: string[], request: string): unknown {
  const [method = '', url = ''] = request.split(' ');
  const [path = '', search = ''] = url.split('?');
  const match = router(...routes).match(method, path, search);
  return 'target' in match ? [match.target, ...match.captures] : { allow: match };
}

describe('finds', () => {
  test.each<[routes: string[], request: string, found: string[]]>([
    [['GET /'], 'GET /', ['GET /']],
    [['GET /a'], 'GET /a', ['GET /a']],
    [['GET /a'], 'GET /a/', ['GET /a']],
    [['GET /a/'], 'GET /a', ['GET /a/']],
    [['GET /a/{x}'], 'GET /a/1/', ['GET /a/{x}', '1']],
    [['GET /{x}'], 'GET /a%2Fb', ['GET /{x}', 'a%2Fb']],
    [['GET /a/{x}', 'GET /a/b'], 'GET /a/b', ['GET /a/b']],
    [['GET /a/{x}', 'GET /a/{x}.json'], 'GET /a/b.json', ['GET /a/{x}.json', 'b']],
    [['GET /a/{x}', 'GET /a/{x}.json'], 'GET /a/b.xml', ['GET /a/{x}', 'b.xml']],
    [['GET /a/{x}', 'GET /a/{x}.json'], 'GET /a/.json', ['GET /a/{x}', '.json']],
    [['GET /{x}.{y}', 'GET /{x}.json'], 'GET /a.json', ['GET /{x}.json', 'a']],
    [['GET /{a}-{b}'], 'GET /x-y-z', ['GET /{a}-{b}', 'x', 'y-z']],
    [['GET /{a}{b}'], 'GET /x.y.json', ['GET /{a}{b}', 'x.y', '.json']],
    [['GET /{a}{b}'], 'GET /xyz', ['GET /{a}{b}', 'x', 'yz']],
    [['GET /{a}{b}.z'], 'GET /xy.z', ['GET /{a}{b}.z', 'x', 'y']],
    [['GET /{a}{b}-{c}'], 'GET /xy-z.w', ['GET /{a}{b}-{c}', 'x', 'y', 'z.w']],
    [['GET /{a}.{b}.json'], 'GET /x.json.json', ['GET /{a}.{b}.json', 'x', 'json']],
    [['GET /{a}{b}'], 'GET /xyz', ['GET /{a}{b}', 'x', 'yz']],
    [['GET /v{major}.{minor}/x'], 'GET /v1.2/x', ['GET /v{major}.{minor}/x', '1', '2']],
    [['POST /things/{id}:cancel'], 'POST /things/7:cancel', ['POST /things/{id}:cancel', '7']],
    [['POST /things/{id}:cancel'], 'POST /things/7%3Acancel', ['POST /things/{id}:cancel', '7']],
    [["GET /Items('{id}')"], "GET /Items('a%20b')", ["GET /Items('{id}')", 'a%20b']],
    [['GET /a/{x}/c', 'GET /a/b/d'], 'GET /a/b/c', ['GET /a/{x}/c', 'b']],
    [['GET /{x}/b', 'GET /a/{y}'], 'GET /a/b', ['GET /a/{y}', 'b']],
    [['GET /café/{x}'], 'GET /caf%C3%A9/1', ['GET /café/{x}', '1']],
    [['GET /a%20b'], 'GET /a%20b', ['GET /a%20b']],
    [['GET /{x}'], 'GET /%zz', ['GET /{x}', '%zz']],
    [['GET /a.b+c(d)'], 'GET /a.b+c(d)', ['GET /a.b+c(d)']],
    [['GET /__proto__/{constructor}'], 'GET /__proto__/x', ['GET /__proto__/{constructor}', 'x']],
    [['GET /a/{x}', 'POST /a/b'], 'GET /a/b', ['GET /a/{x}', 'b']],
    [['GET /a'], 'HEAD /a', ['GET /a']],
    [['GET /a', 'HEAD /a'], 'HEAD /a', ['HEAD /a']],
    [['GET /a', 'OPTIONS /a'], 'OPTIONS /a', ['OPTIONS /a']],
    [['GET /a/{x}', 'GET /a/{y}'], 'GET /a/1', ['GET /a/{x}', '1']],
    [['GET /a/{x}', 'POST /a/{y}'], 'POST /a/1', ['POST /a/{y}', '1']],
    [['GET /x', 'GET /x?action=list'], 'GET /x?a=1&action=list', ['GET /x?action=list']],
    [['GET /x', 'GET /x?action=list'], 'GET /x?action=other', ['GET /x']],
    [['GET /x?id={id}'], 'GET /x?id=7', ['GET /x?id={id}']],
    [['GET /x#fragment'], 'GET /x', ['GET /x#fragment']],
  ])('%j: %s', (routes, request, found) => {
    expect(find(routes, request)).toStrictEqual(found);
  });
});

describe('does not find', () => {
  test.each<[routes: string[], request: string, allow: string[]]>([
    [[], 'GET /', []],
    [['GET /a'], 'GET /b', []],
    [['GET /a'], 'GET /A', []],
    [['GET /a'], 'GET /a/b', []],
    [['GET /a/{x}'], 'GET /a', []],
    [['GET /a/{x}/b'], 'GET /a//b', []],
    [['GET /a'], 'GET //a', []],
    [['GET /{a}-{b}'], 'GET /x-', []],
    [['GET /{a}-{b}'], 'GET /-x', []],
    [['GET /a.b'], 'GET /axb', []],
    [['GET /x?action=list'], 'GET /x?action=listing', []],
    [['GET /constructor'], 'GET /__proto__', []],
    [['GET /a'], 'POST /a', ['GET', 'HEAD', 'OPTIONS']],
    [['POST /a'], 'HEAD /a', ['POST', 'OPTIONS']],
    [['GET /a'], 'get /a', ['GET', 'HEAD', 'OPTIONS']],
    [['GET /a/{x}', 'PUT /a/b', 'POST /a'], 'DELETE /a/b', ['PUT', 'GET', 'HEAD', 'OPTIONS']],
  ])('%j: %s', (routes, request, allow) => {
    expect(find(routes, request)).toStrictEqual({ allow });
  });
});

test('a thousand parameters in a row cost no more than their nodes', () => {
  const path = '/{x}'.repeat(1000);
  const start = performance.now();
  expect(find([`GET ${path}/end`], `GET ${'/a'.repeat(1000)}/other`)).toStrictEqual({ allow: [] });
  expect(performance.now() - start).toBeLessThan(1000);
});

test('names of a template', () => {
  expect(templateNames('/a/{x}/{y z}.{w}?q={q}')).toStrictEqual(['x', 'y z', 'w']);
});
