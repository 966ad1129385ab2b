import type { Expectations } from '../expectations.ts';

export const fastapiForecast: Expectations = {
  'pyproject.toml': [
    ['language', 'python', '>=3.12', 'requires-python'],
    ['runtime', 'python', '>=3.12', 'requires-python'],
    ['build-tool', 'hatchling', '', 'build-backend'],
    ['framework', 'fastapi', '>=0.115', '"fastapi'],
    ['native-module', 'numpy', '==2.1.3', 'numpy'],
    ['cpu-heavy', 'numpy', '==2.1.3', 'numpy'],
    ['orm', 'sqlalchemy', '>=2.0', 'sqlalchemy'],
    ['database', 'postgres', '>=0.30', 'asyncpg'],
    ['native-module', 'asyncpg', '>=0.30', 'asyncpg'],
    ['test', 'pytest', '>=8.3', 'pytest'],
  ],
  'forecast/main.py': [
    ['thread', 'process-pool', 'ProcessPoolExecutor', 'pool = ProcessPoolExecutor'],
    ['in-memory-state', 'map', 'models', 'models = {}'],
    ['route', 'fastapi', 'GET /health', '@app.get("/health")'],
    ['health-check', 'route', '/health', '@app.get("/health")'],
    ['route', 'fastapi', 'POST /train/{series_id}', '@app.post'],
    ['thread', 'background-tasks', 'tasks.add_task', 'tasks.add_task'],
    ['websocket', 'fastapi', '/live', '@app.websocket'],
    ['file-write', 'python', 'open', 'with open'],
  ],
  'forecast/routers/series.py': [
    ['orm', 'sqlalchemy', 'create_async_engine', 'engine = create_async_engine'],
    ['secret', 'code', 'DATABASE_URL', 'DATABASE_URL'],
    [
      'route',
      'fastapi',
      'GET /api/series/{series_id}/forecast',
      '@router.get("/{series_id}/forecast")',
    ],
    ['route', 'fastapi', 'PUT /api/series/{series_id}', '@router.api_route'],
    ['route', 'fastapi', 'DELETE /api/series/{series_id}', '@router.api_route'],
  ],
};
