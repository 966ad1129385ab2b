import type { Expectations } from '../expectations.ts';

export const expressArticles: Expectations = {
  '.env.example': [
    ['secret', 'env-file', 'DATABASE_URL', 'DATABASE_URL'],
    ['secret', 'env-file', 'JWT_SECRET', 'JWT_SECRET'],
  ],
  Dockerfile: [
    ['image', 'node', 'docker.io/node:lts-alpine', 'docker.io/node:lts-alpine'],
    ['runtime', 'node', '', 'FROM docker.io/node:lts-alpine'],
    ['variable', 'dockerfile', 'HOST', 'HOST'],
    ['variable', 'dockerfile', 'PORT', 'PORT'],
    ['entrypoint', 'docker-cmd', 'node api', 'CMD [ "node", "api" ]'],
  ],
  'package.json': [
    ['build-tool', 'npm', '', '"name": "articles-api",'],
    ['entrypoint', 'npm-start', 'node dist/main.js', 'node dist/main.js'],
    ['orm', 'prisma', '^5.19.0', '"@prisma/client": "^5.19.0",'],
    ['cpu-heavy', 'bcrypt', '^2.4.3', '^2.4.3'],
    ['framework', 'express', '^4.19.2', '^4.19.2'],
    ['security', 'jwt', '^8.4.1', '^8.4.1'],
    ['security', 'jwt', '^9.0.2', '^9.0.2'],
    ['test', 'jest', '^29.7.0', '^29.7.0'],
    ['migration', 'prisma', '^5.19.0', '"prisma": "^5.19.0",'],
    ['language', 'typescript', '^5.5.4', '^5.5.4'],
  ],
  'src/app/routes/article/article-routes.ts': [
    [
      'route',
      'express',
      'GET /api/articles',
      "router.get('/articles', auth.optional, async (req: Request, res: Response, next: NextFunction) => {",
    ],
    [
      'route',
      'express',
      'GET /api/articles/feed',
      "router.get('/articles/feed', auth.required, async (req, res, next) => {",
    ],
    [
      'route',
      'express',
      'POST /api/articles',
      "router.post('/articles', auth.required, async (req, res, next) => {",
    ],
    [
      'route',
      'express',
      'GET /api/articles/{slug}',
      "router.get('/articles/:slug', auth.optional, async (req, res, next) => {",
    ],
    [
      'route',
      'express',
      'PUT /api/articles/{slug}',
      "router.put('/articles/:slug', auth.required, async (req, res, next) => {",
    ],
    [
      'route',
      'express',
      'DELETE /api/articles/{slug}',
      "router.delete('/articles/:slug', auth.required, async (req, res, next) => {",
    ],
  ],
  'src/app/routes/article/article.service.ts': [
    ['orm', 'prisma', 'prisma.article.findUnique', 'prisma.article.findUnique'],
    ['orm', 'prisma', 'prisma.article.create', 'prisma.article.create'],
  ],
  'src/app/routes/auth/auth-routes.ts': [
    ['route', 'express', 'POST /api/users', "router.post('/users', async (req, res, next) => {"],
    [
      'route',
      'express',
      'POST /api/users/login',
      "router.post('/users/login', async (req, res, next) => {",
    ],
    [
      'route',
      'express',
      'GET /api/user',
      "router.get('/user', auth.required, async (req, res, next) => {",
    ],
    [
      'route',
      'express',
      'PUT /api/user',
      "router.put('/user', auth.required, async (req, res, next) => {",
    ],
  ],
  'src/app/routes/auth/auth.service.ts': [
    ['orm', 'prisma', 'prisma.user.create', 'prisma.user.create'],
  ],
  'src/app/routes/auth/auth.ts': [
    [
      'secret',
      'code',
      'JWT_SECRET',
      "required: jwt({ secret: process.env.JWT_SECRET || 'planted-secret', getToken: bearer, algorithms: ['HS256'] }),",
    ],
  ],
  'src/app/routes/profile/profile-routes.ts': [
    [
      'route',
      'express',
      'GET /api/profiles/{username}',
      "router.get('/profiles/:username', auth.optional, async (req, res) => res.json(await getProfile(req.params.username)));",
    ],
    [
      'route',
      'express',
      'POST /api/profiles/{username}/follow',
      "router.post('/profiles/:username/follow', auth.required, async (req, res) => res.json(await follow(req.params.username)));",
    ],
    [
      'route',
      'express',
      'DELETE /api/profiles/{username}/follow',
      "router.delete('/profiles/:username/follow', auth.required, async (req, res) => res.json(await unfollow(req.params.username)));",
    ],
  ],
  'src/app/routes/tag/tag-routes.ts': [
    [
      'route',
      'express',
      'GET /api/tags',
      "router.get('/tags', auth.optional, async (req: Request, res: Response, next: NextFunction) => {",
    ],
  ],
  'src/app/routes/tag/tag.service.ts': [
    ['orm', 'prisma', 'prisma.tag.findMany', 'prisma.tag.findMany'],
  ],
  'src/main.ts': [
    [
      'route',
      'express',
      'GET /',
      "app.get('/', (req: express.Request, res: express.Response) => {",
    ],
    ['http-port', 'http', '3000', '3000'],
    ['variable', 'code', 'PORT', 'const PORT = process.env.PORT || 3000;'],
  ],
  'src/prisma/prisma-client.ts': [
    ['orm', 'prisma', 'new PrismaClient', 'new PrismaClient'],
    ['variable', 'code', 'NODE_ENV', 'NODE_ENV'],
  ],
  'src/prisma/schema.prisma': [
    ['database', 'postgres', '', 'provider = "postgresql"'],
    ['secret', 'prisma', 'DATABASE_URL', 'DATABASE_URL'],
  ],
};
