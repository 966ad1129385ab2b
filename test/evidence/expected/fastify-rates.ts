import type { Expectations } from '../expectations.ts';

export const fastifyRates: Expectations = {
  'package.json': [
    ['language', 'javascript', '', '"name"'],
    ['build-tool', 'npm', '', '"name"'],
    ['runtime', 'node', '^22', 'engines'],
    ['entrypoint', 'npm-start', 'node src/app.js', '"start"'],
    ['security', 'jwt', '^9.0.1', '@fastify/jwt'],
    ['openapi', 'swagger', '^9.2.0', '@fastify/swagger'],
    ['framework', 'fastify', '^5.1.0', '"fastify"'],
  ],
  'src/app.js': [
    ['secret', 'code', 'JWT_SECRET', 'JWT_SECRET'],
    ['route', 'fastify', 'GET /admin/status', 'admin.get'],
    ['health-check', 'route', '/admin/status', 'admin.get'],
    ['route', 'fastify', 'GET /healthz', "app.get('/healthz'"],
    ['health-check', 'route', '/healthz', "app.get('/healthz'"],
    ['http-port', 'http', '8080', 'app.listen'],
  ],
  'src/rates.js': [
    ['outbound-host', 'https', 'api.frankfurter.dev', 'UPSTREAM ='],
    ['route', 'fastify', 'GET /v1/rates/{base}', "fastify.get('/:base'"],
    ['http-client', 'fetch', 'fetch', 'await fetch'],
    ['route', 'fastify', 'POST /v1/rates/convert', 'fastify.route('],
  ],
  'openapi.yaml': [['openapi', 'document', 'Rates', 'openapi: 3.0.3']],
};
