import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { readEvidence } from '../../src/evidence/read-evidence.ts';

interface Case {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly routes: readonly string[];
}

const CASES: readonly Case[] = [
  {
    name: 'Express routers that are made, chained and exported in one expression',
    files: {
      'routes.ts':
        "import { Router } from 'express';\nimport tags from './tags';\nimport users from './users';\nconst api = Router().use(tags).use('/users', users);\nexport default Router().use('/api', api);\n",
      'tags.ts':
        "import { Router } from 'express';\nconst router = Router();\nrouter.get('/tags', auth.optional, async (req, res) => {});\nexport default router;\n",
      'users.ts':
        "import { Router } from 'express';\nconst router = Router();\nrouter.post('/', login).get(['/me', '/self'], me);\nexport default router;\n",
    },
    routes: ['GET /api/tags', 'GET /api/users/me', 'GET /api/users/self', 'POST /api/users'],
  },
  {
    name: 'Express through functions and require, not calls of an HTTP client',
    files: {
      'index.js':
        "const app = require('express')();\nrequire('./a')(app);\napp.use('/b', require('./b'));\napp.all('*', fallback);\n",
      'a.js':
        "module.exports = (app) => {\n  app.get('/a', (req, res) => res.end());\n  api.get('/client', { params: 1 });\n  cache.get('/cached', 1);\n};\n",
      'b.js':
        "const express = require('express');\nconst r = express.Router();\nr.put('/:id?', save);\nmodule.exports = r;\n",
    },
    routes: ['ANY /*', 'GET /a', 'PUT /b/{id}'],
  },
  {
    name: 'Routers that are told the method first, not listeners to events',
    files: {
      'jobs.js':
        "class JobsRouter extends PromiseRouter {\n  mount() {\n    this.route('POST', '/jobs/:name', run);\n    bus.on('GET', run);\n  }\n}\n",
      'find.js':
        "const router = require('find-my-way')();\nrouter.on('GET', `/found`, (req, res) => res.end());\n",
    },
    routes: ['GET /found', 'POST /jobs/{name}'],
  },
  {
    name: 'Koa with a prefix, and Hono in parts',
    files: {
      'koa.js':
        "const Router = require('@koa/router');\nconst router = new Router({ prefix: '/books' });\nrouter.get('/:isbn', one);\napp.use(router.routes());\n",
      'hono.ts':
        "import { Hono } from 'hono';\nconst books = new Hono();\nbooks.get('/', (c) => c.json([])).post('/', add);\nconst app = new Hono();\napp.route('/shelf', books);\n",
    },
    routes: ['GET /books/{isbn}', 'GET /shelf', 'POST /shelf'],
  },
  {
    name: 'Spring controllers with prefixes, several paths and views',
    files: {
      'src/main/java/PetController.java':
        '@Controller\n@RequestMapping("/owners/{ownerId}")\nclass PetController {\n  @ModelAttribute("owner")\n  Owner owner(@PathVariable("ownerId") int id) { return null; }\n  @GetMapping("/pets/new")\n  String form() { return "pets/form"; }\n  @PostMapping("/pets/{petId}/edit")\n  String save(@Valid Pet pet) { return "redirect:/owners/{ownerId}"; }\n}\n',
      'src/main/java/VetController.java':
        'import org.springframework.web.bind.annotation.*;\n@Controller\nclass VetController {\n  @GetMapping("/vets.html") String html() { return "vets"; }\n  @GetMapping({ "/vets" , "/vets.json" }) public @ResponseBody Vets json() { return null; }\n}\n@FeignClient("vets")\ninterface VetClient {\n  @GetMapping("/remote") Vets remote();\n}\n',
    },
    routes: [
      'GET /owners/{ownerId}/pets/new',
      'GET /vets',
      'GET /vets.html',
      'GET /vets.json',
      'POST /owners/{ownerId}/pets/{petId}/edit',
    ],
  },
  {
    name: 'Jakarta REST and Micronaut',
    files: {
      'src/main/java/Fruits.java':
        'import jakarta.ws.rs.*;\n@Path("/fruits")\npublic class Fruits {\n  @GET\n  public List<Fruit> all() { return null; }\n  @DELETE\n  @Path("/{id}")\n  public void remove(long id) {}\n}\n',
      'src/main/kotlin/Hello.kt':
        'import io.micronaut.http.annotation.*\n@Controller("/hello")\nclass Hello {\n  @Get("/{name}")\n  fun hello(name: String) = name\n}\n',
    },
    routes: ['DELETE /fruits/{id}', 'GET /fruits', 'GET /hello/{name}'],
  },
  {
    name: 'FastAPI routers in routers, with a prefix from the settings',
    files: {
      'app/main.py':
        'from fastapi import FastAPI\nfrom app.api.main import api_router\nfrom app.core.config import settings\napp = FastAPI()\napp.include_router(api_router, prefix=settings.API_V1_STR)\n',
      'app/core/config.py':
        'class Settings:\n    API_V1_STR: str = "/api/v1"\nsettings = Settings()\n',
      'app/api/main.py':
        'from fastapi import APIRouter\nfrom app.api.routes import items\nfrom .routes.users import router as users\napi_router = APIRouter()\napi_router.include_router(items.router)\napi_router.include_router(users, prefix="/users")\n',
      'app/api/routes/items.py':
        'from fastapi import APIRouter\nrouter = APIRouter(prefix="/items", tags=["items"])\n@router.get("/{id}", response_model=Item)\ndef read(id: int): ...\n',
      'app/api/routes/users.py':
        'from fastapi import APIRouter\nrouter = APIRouter()\n@router.patch(\n    "/me",\n    dependencies=[Depends(user)],\n)\nasync def me(): ...\n',
    },
    routes: ['GET /api/v1/items/{id}', 'PATCH /api/v1/users/me'],
  },
  {
    name: 'Django: patterns in patterns, generic views, view sets and their actions, no administration',
    files: {
      'site/urls.py':
        "from django.urls import include, path, re_path\nfrom shop import views\nurlpatterns = [\n    path('admin/', admin.site.urls),\n    path('', views.home, name='home'),\n    re_path(r'^tags/(?P<slug>[-\\w]+)/$', views.TagDetail.as_view()),\n    path('api/', include('shop.urls')),\n]\n",
      'shop/urls.py':
        "from rest_framework.routers import DefaultRouter\nrouter = DefaultRouter()\nrouter.register(r'orders', OrderViewSet)\nurlpatterns = [\n    path('lines/<int:pk>/', LineList.as_view()),\n    path('ping/', ping),\n]\nurlpatterns += router.urls\n",
      'shop/views.py':
        "def home(request): ...\nclass TagDetail(DetailView):\n    model = Tag\nclass LineList(generics.ListCreateAPIView):\n    serializer_class = LineSerializer\nclass OrderViewSet(mixins.ListModelMixin, GenericViewSet):\n    def destroy(self, request, pk=None): ...\n    @action(detail=True, methods=['post'])\n    def cancel(self, request, pk=None): ...\n@api_view(['GET', 'POST'])\n@permission_classes([])\ndef ping(request): ...\npath('not-a-route/', home)\n",
    },
    routes: [
      'ANY /',
      'DELETE /api/orders/{id}',
      'GET /api/lines/{pk}',
      'GET /api/orders',
      'GET /api/ping',
      'GET /tags/{slug}',
      'POST /api/lines/{pk}',
      'POST /api/orders/{id}/cancel',
      'POST /api/ping',
    ],
  },
  {
    name: 'Classes that answer: Tornado, Flask-RESTful, Flask-RESTX; not pairs of other things',
    files: {
      'tornado_app.py':
        'import tornado.web\nfrom .base import Base\nPAIRS = [(r"/etc", open), ("/nothing", Unknown)]\nclass Job(Base):\n    def post(self, name): ...\napp = tornado.web.Application([\n    (r"/jobs/(.+)", Job),\n    url(r"/static/(.*)", tornado.web.StaticFileHandler),\n])\n',
      'base.py': 'class Base(RequestHandler):\n    async def get(self): ...\n',
      'resources.py':
        "api.add_resource(Todo, '/todos', '/todos/<int:id>')\nclass Todo(Resource):\n    def get(self): ...\n    def helper(self): ...\n",
      'restx.py':
        "ns = Namespace('cats', description='Cats', path='/pets/cats')\n@ns.route('/<id>')\n@ns.response(404, 'No cat')\nclass Cat(Resource):\n    @ns.doc('get')\n    def delete(self, id): ...\n",
    },
    routes: [
      'DELETE /pets/cats/{id}',
      'GET /jobs/{p1}',
      'GET /todos',
      'GET /todos/{id}',
      'POST /jobs/{p1}',
    ],
  },
  {
    name: 'Bottle, by one method',
    files: {
      'app.py':
        'from bottle import Bottle\napp = Bottle()\n@app.route("/x/:name", method="PUT")\ndef put(name): ...\n@app.route("/y")\ndef y(): ...\n@other.route("/z")\ndef z(): ...\n',
    },
    routes: ['GET /y', 'PUT /x/{name}'],
  },
  {
    name: 'Fastify plugins that are loaded from their folders, under what these are called; not those beside',
    files: {
      'src/app.ts':
        "import autoload from '@fastify/autoload';\nexport default async function app(fastify, opts) {\n  fastify.register(autoload, { dir: join(import.meta.dirname, 'plugins'), options: {} });\n  await fastify.register(autoload, {\n    dir: join(import.meta.dirname, 'routes'),\n    options: { prefix: '/v1', ...opts },\n  });\n}\n",
      'src/routes/home.ts':
        "const plugin = async (fastify) => {\n  fastify.get('/', async () => 'home');\n};\nexport default plugin;\n",
      'src/routes/tasks/_id/index.ts':
        "export default async (fastify) => {\n  fastify.patch('/title', async () => {});\n};\n",
      'src/other/index.ts':
        "export default async (fastify) => {\n  fastify.get('/elsewhere', async () => {});\n};\n",
    },
    routes: ['GET /elsewhere', 'GET /v1', 'PATCH /v1/tasks/{id}/title'],
  },
  {
    name: 'Gin groups that are made where another package is given them',
    files: {
      'main.go':
        'package main\nimport "github.com/gin-gonic/gin"\nfunc main() {\n\tr := gin.Default()\n\tv1 := r.Group("/api")\n\tusers.Register(v1.Group("/users", guard()), db)\n\tusers.Admin(db, v1)\n}\n',
      'users/routers.go':
        'package users\nimport "github.com/gin-gonic/gin"\nfunc Register(router *gin.RouterGroup, db *DB) {\n\trouter.POST("/login", login)\n}\nfunc Admin(db *DB, router *gin.RouterGroup) {\n\trouter.GET("/admin", admin)\n}\n',
    },
    routes: ['GET /api/admin', 'POST /api/users/login'],
  },
  {
    name: 'A package that is called example, not an example',
    files: {
      'app/src/main/java/com/example/docs/A.java':
        '@RestController class A {\n  @GetMapping("/a") String a() { return ""; }\n}\n',
      'examples/src/main/java/com/acme/B.java':
        '@RestController class B {\n  @GetMapping("/b") String b() { return ""; }\n}\n',
    },
    routes: ['GET /a'],
  },
  {
    name: 'Paths that constants name, or that begin with a variable; not those that nothing tells',
    files: {
      'app.py':
        'from flask import Flask\napp = Flask(__name__)\nDETECT = "/v1/<model>"\n@app.route(DETECT, methods=["POST"])\ndef a(): ...\n@app.route(UNKNOWN)\ndef b(): ...\n',
      'main.go':
        'package a\nimport "github.com/gorilla/mux"\nfunc main() {\n\tr := mux.NewRouter()\n\tr.HandleFunc(base + "/cart", cart).Methods("GET")\n\tr.HandleFunc(base, none)\n}\n',
    },
    routes: ['GET /cart', 'POST /v1/{model}'],
  },
  {
    name: 'chi, gorilla/mux, echo and the standard library',
    files: {
      'chi.go':
        'package a\nimport "github.com/go-chi/chi/v5"\nfunc chiRoutes() {\n\tr := chi.NewRouter()\n\tr.Route("/articles", func(r chi.Router) {\n\t\tr.With(paginate).Get("/", list)\n\t\tr.Route("/{id}", func(r chi.Router) {\n\t\t\tr.Put("/", update)\n\t\t})\n\t})\n}\n',
      'mux.go':
        'package a\nimport "github.com/gorilla/mux"\nfunc muxRoutes() {\n\tr := mux.NewRouter()\n\ts := r.PathPrefix("/v2").Subrouter()\n\ts.HandleFunc("/things/{id:[0-9]+}", thing).Methods("GET", http.MethodPut)\n}\n',
      'echo.go':
        'package a\nimport "github.com/labstack/echo/v4"\nfunc (s *Server) echoRoutes(e *echo.Echo) {\n\tg := e.Group("/admin")\n\tg.DELETE("/users/:id", remove)\n}\n',
      'std.go':
        'package a\nimport "net/http"\nfunc main() {\n\tmux := http.NewServeMux()\n\tmux.HandleFunc("POST /jobs/{id...}", run)\n\thttp.HandleFunc("/plain", plain)\n\tclient.Get("/not-a-route", 1)\n}\n',
    },
    routes: [
      'ANY /plain',
      'DELETE /admin/users/{id}',
      'GET /v2/things/{id}',
      'POST /jobs/{id}',
      'PUT /articles/{id}',
      'PUT /v2/things/{id}',
      'GET /articles',
    ],
  },
];

it.each(CASES)('$name', async ({ files, routes }) => {
  const folder = mkdtempSync(join(tmpdir(), 'routes-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const { findings } = await readEvidence(folder);
    const found = findings.filter(({ kind }) => kind === 'route').map(({ value }) => value);
    expect(found.sort()).toEqual([...routes].sort());
  } finally {
    rmSync(folder, { recursive: true });
  }
});
