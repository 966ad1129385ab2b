import { describe, expect, it } from 'vitest';
import { isCrossCutting } from '../../src/boundaries/cross-cutting.ts';
import { requestOf } from '../../src/boundaries/endpoint.ts';
import { modulesAmong } from '../../src/boundaries/modules.ts';
import {
  resourceOf,
  resourceSegments,
  routeSegments,
  trunkOf,
} from '../../src/boundaries/paths.ts';
import { routesOf } from '../../src/boundaries/routes.ts';
import { collection, endpoint } from './support.ts';

function trunk(...paths: readonly string[]): string {
  return trunkOf(paths.map(resourceSegments)).join('/');
}

describe('the front of paths that tells nothing', () => {
  it.each([
    ['versions', ['/api/v1/a', '/api/v1/b', '/api/v1/c'], 'api/v1'],
    ['words and versions', ['/rest/default/V1/a', '/rest/default/V1/b'], 'rest/default/V1'],
    [
      'a tenant',
      ['a', 'b', 'c'].flatMap((name) => collection(`/t/{id}/${name}`).map(({ path }) => path)),
      't/{}',
    ],
    ['no resource with parts', collection('/orders').map(({ path }) => path), ''],
    [
      'no resource with many actions',
      ['/orders', '/orders/{id}', '/orders/{id}/pay', '/orders/{id}/ship', '/orders/{id}/cancel'],
      '',
    ],
    ['nothing in common', ['/a', '/b', '/c'], ''],
    ['no endpoints', [], ''],
  ])('%s', (_what, paths, expected) => {
    expect(trunk(...paths)).toBe(expected);
  });

  it.each([
    ['/v1/orders/{id}', '', 'orders'],
    ['/orders.json', '', 'orders'],
    ["/orders('{id}')", '', 'orders'],
    ['/orders:search', '', 'orders'],
    ['/t/{id}/orders', 't/{}', 'orders'],
    ['/t/{id}', 't/{}', 't'],
    ['/other/{id}', 't/{}', 'other'],
    ['/{id}', '', ''],
  ])('%s below %j is about %j', (path, front, expected) => {
    expect(resourceOf(resourceSegments(path), front === '' ? [] : front.split('/'))).toBe(expected);
  });

  it('routes as hosts do: what is not fixed text takes a segment', () => {
    expect(routeSegments('/a/{b}/{c}.json/*/.../:x/y%20z')).toEqual([
      'a',
      '{}',
      '{}',
      '{}',
      '{}',
      '{}',
      'y%20z',
    ]);
  });
});

describe('routes of parts', () => {
  const routes = (...parts: readonly (readonly string[])[]) =>
    routesOf(parts).map(({ route, part }) => `${part} ${route}`);

  it('are one prefix where all below is one part', () => {
    expect(routes(['/v1/orders', '/v1/orders/{id}'], ['/v1/users/{id}'])).toEqual([
      '0 /v1/orders/...',
      '1 /v1/users/...',
    ]);
    expect(routes(['/orders', '/users/{id}'])).toEqual(['0 /...']);
  });

  it('are exact where a path has another part below it', () => {
    expect(
      routes(
        ['/repos/{r}', '/repos/{r}/issues/{i}', '/health'],
        ['/repos/{r}/pulls', '/repos/{r}/pulls/{p}'],
      ),
    ).toEqual(['0 /repos/:p2', '0 /repos/:p2/issues/...', '1 /repos/:p2/pulls/...', '0 /health']);
  });

  it('are exact beside a parameter that leads elsewhere, which a prefix would hide', () => {
    expect(routes(['/users/me', '/users/me/keys'], ['/users/{id}', '/users/{id}/orders'])).toEqual([
      '0 /users/me',
      '0 /users/me/keys',
      '1 /users/:p2/...',
    ]);
  });

  it('have the root', () => {
    expect(routes(['/'], ['/a'])).toEqual(['0 /', '1 /a']);
  });
});

describe('endpoints that every service has', () => {
  it.each([
    '/',
    '/health',
    '/healthz',
    '/api/v1/status',
    '/actuator/health',
    '/metrics',
    '/.well-known/x',
    '/openapi.json',
    '/v3/api-docs',
  ])('%s is one', (path) => {
    expect(isCrossCutting({ method: 'GET', path })).toBe(true);
  });

  it.each([
    'POST /health',
    'GET /orders',
    'GET /status/{id}',
    'GET /version/orders',
    'GET /docs/mine',
  ])('%s is none', (request) => expect(isCrossCutting(endpoint(request))).toBe(false));
});

describe('modules', () => {
  it('are feature folders below what all have in common', () => {
    const at = 'src/main/java/com/acme/shop';
    const moduleOf = modulesAmong([
      `${at}/orders/OrderController.java`,
      `${at}/users/web/UserController.java`,
    ]);
    expect(moduleOf(`${at}/orders/Order.java`)).toBe('order');
    expect(moduleOf(`${at}/users/db/UserRepository.java`)).toBe('user');
    expect(moduleOf(`${at}/mail/Mailer.java`)).toBeUndefined();
  });

  it('are file names where the folders are layers', () => {
    const moduleOf = modulesAmong([
      'src/controllers/orders.controller.ts',
      'src/controllers/user.controller.ts',
      'src/app.ts',
    ]);
    expect(moduleOf('src/controllers/orders.controller.ts')).toBe('order');
    expect(moduleOf('src/models/order.model.ts')).toBe('order');
    expect(moduleOf('src/services/user_service.ts')).toBe('user');
    expect(moduleOf('src/app.ts')).toBeUndefined();
  });

  it('are none where configuration declares what answers', () => {
    expect(modulesAmong(['template.yaml', 'src/orders.ts'])('template.yaml')).toBeUndefined();
  });

  it('are called by what tells them apart', () => {
    const [visits, vets] = ['acme-clinic-visits-service/src/A.java', 'acme-clinic-vets/src/B.java'];
    const moduleOf = modulesAmong([visits, vets]);
    expect([moduleOf(visits), moduleOf(vets)]).toEqual(['visit', 'vet']);
    const [order, lines] = ['src/order.ts', 'src/order-lines.ts'];
    const ofOrders = modulesAmong([order, lines]);
    expect([ofOrders(order), ofOrders(lines)]).toEqual(['order', 'order-line']);
  });

  it('survive no files', () => {
    expect(modulesAmong([])('a.ts')).toBeUndefined();
    expect(requestOf(endpoint('GET /a'))).toBe('GET /a');
  });
});
