import type { Expectations } from '../expectations.ts';

export const chiLinks: Expectations = {
  Dockerfile: [
    ['image', 'golang', 'golang:1.23', 'golang:1.23'],
    ['image', 'static', 'gcr.io/distroless/static', 'gcr.io/distroless/static'],
    ['http-port', 'http', '8080', '8080'],
    ['entrypoint', 'docker-entrypoint', '/server', 'ENTRYPOINT ["/server"]'],
  ],
  'cmd/server/main.go': [
    ['cache', 'redis', 'redis.NewClient', 'redis.NewClient'],
    ['variable', 'code', 'REDIS_ADDR', 'REDIS_ADDR'],
    ['health-check', 'route', '/healthz', '/healthz'],
    [
      'route',
      'chi',
      'GET /healthz',
      'r.Get("/healthz", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusOK) })',
    ],
    ['route', 'chi', 'GET /{code}', 'r.Get("/{code}", h.Redirect)'],
    ['route', 'chi', 'GET /api/links', 'r.Get("/", h.List)'],
    ['route', 'chi', 'POST /api/links', 'r.Post("/", h.Create)'],
    ['route', 'chi', 'GET /api/links/{code}', 'r.Get("/", h.Get)'],
    ['route', 'chi', 'DELETE /api/links/{code}', 'r.Delete("/", h.Delete)'],
    ['http-port', 'http', '8080', '8080'],
    ['thread', 'goroutine', 'go func', 'go func'],
  ],
  'go.mod': [
    ['build-tool', 'go', '', 'module github.com/acme/links'],
    ['language', 'go', '1.23', '1.23'],
    ['runtime', 'go', '1.23', '1.23'],
    ['framework', 'chi', 'v5.1.0', 'v5.1.0'],
    ['cache', 'redis', 'v9.6.1', 'v9.6.1'],
  ],
};
