import type { Expectations } from '../expectations.ts';

export const ginPayments: Expectations = {
  'go.mod': [
    ['build-tool', 'go', '', 'module '],
    ['language', 'go', '1.23', 'go 1.23'],
    ['runtime', 'go', '1.23', 'go 1.23'],
    ['framework', 'gin', 'v1.10.0', 'gin-gonic'],
    ['database', 'postgres', 'v5.7.1', 'pgx'],
    ['broker', 'kafka', 'v0.4.47', 'kafka-go'],
  ],
  'main.go': [
    ['route', 'gin', 'GET /healthz', 'r.GET("/healthz"'],
    ['health-check', 'route', '/healthz', 'r.GET("/healthz"'],
    ['secret', 'code', 'DATABASE_URL', 'DATABASE_URL'],
    ['http-port', 'http', '9090', 'r.Run'],
  ],
  'api/payments.go': [
    ['in-memory-state', 'map', 'seen', 'var seen'],
    ['data-access', 'pgx', 'pgxpool.New', 'pgxpool.New'],
    ['route', 'gin', 'GET /api/v1/payments/{id}', 'payments.GET'],
    ['data-access', 'query', 'pool.QueryRow', 'pool.QueryRow'],
    ['route', 'gin', 'POST /api/v1/payments', 'payments.POST'],
    ['thread', 'goroutine', 'go consume', 'go consume()'],
    ['queue-worker', 'kafka', 'payments.settled', 'kafka.NewReader'],
    ['thread', 'mutex', 'mu', 'var mu sync.Mutex'],
  ],
};
