import type { Expectations } from '../expectations.ts';

const query = (piece: string) => ['data-access', 'query', 'pool.query', piece] as const;

export const fastifyLibrary: Expectations = {
  'package.json': [
    ['language', 'javascript', '', '"name"'],
    ['build-tool', 'npm', '', '"name"'],
    ['entrypoint', 'npm-start', 'node src/server.js', '"start"'],
    ['runtime', 'node', '>=20', 'engines'],
    ['framework', 'fastify', '^5.2.0', '"fastify"'],
    ['database', 'postgres', '^8.13.1', '"pg"'],
  ],
  'openapi.yaml': [['openapi', 'document', 'Library', 'openapi: 3.0.3']],
  'src/server.js': [
    ['route', 'fastify', 'GET /health', "app.get('/health'"],
    ['health-check', 'route', '/health', "app.get('/health'"],
    ['http-port', 'http', '3000', 'app.listen'],
  ],
  'src/db.js': [
    ['data-access', 'pg', 'new pg.Pool', 'new pg.Pool'],
    ['secret', 'code', 'DATABASE_URL', 'DATABASE_URL'],
  ],
  'src/books/routes.js': [
    ['route', 'fastify', 'GET /books', 'listBooks(request'],
    ['route', 'fastify', 'POST /books', 'fastify.post('],
    ['route', 'fastify', 'GET /books/{bookId}', 'findBook(request'],
    ['route', 'fastify', 'DELETE /books/{bookId}', 'fastify.delete('],
    ['route', 'fastify', 'GET /books/{bookId}/copies', "'/:bookId/copies'"],
  ],
  'src/books/store.js': [
    query('from books where title'),
    query('from books where id'),
    query('from copies'),
    query('insert into books'),
  ],
  'src/members/routes.js': [
    ['route', 'fastify', 'GET /members', "fastify.get('/',"],
    query('from members'),
    ['route', 'fastify', 'POST /members', 'fastify.post('],
    ['route', 'fastify', 'GET /members/{memberId}', "fastify.get('/:memberId'"],
    ['route', 'fastify', 'PATCH /members/{memberId}', 'fastify.patch('],
  ],
  'src/loans/routes.js': [
    ['route', 'fastify', 'GET /loans', "fastify.get('/',"],
    query('from loans'),
    ['route', 'fastify', 'POST /loans', "fastify.post('/',"],
    ['route', 'fastify', 'GET /loans/{loanId}', "fastify.get('/:loanId'"],
    ['route', 'fastify', 'POST /loans/{loanId}/return', "'/:loanId/return'"],
  ],
};
