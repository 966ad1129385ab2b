import type { Expectations } from '../expectations.ts';

const code = 'src/main/java/com/acme/catalog';

export const springWebfluxCatalog: Expectations = {
  'build.gradle.kts': [
    ['build-tool', 'gradle', '', 'plugins {'],
    ['framework', 'spring-boot', '3.4.0', 'org.springframework.boot")'],
    ['language', 'java', '21', 'JavaLanguageVersion'],
    ['runtime', 'jvm', '21', 'JavaLanguageVersion'],
    ['framework', 'spring-webflux', '', 'starter-webflux'],
    ['database', 'mongodb', '', 'starter-data-mongodb-reactive'],
    ['cache', 'caffeine', '3.1.8', 'caffeine:3.1.8'],
    ['test', 'reactor-test', '', 'reactor-test'],
  ],
  'src/main/resources/application.properties': [
    ['http-port', 'http', '8081', 'server.port'],
    ['variable', 'spring', 'PORT', 'server.port'],
    ['database', 'mongodb', 'mongo:27017/catalog', 'mongodb.uri'],
    ['outbound-host', 'mongodb', 'mongo:27017', 'mongodb.uri'],
    ['health-check', 'actuator', '/actuator/health', 'exposure.include'],
    ['secret', 'spring', 'pricing.api-key', 'pricing.api-key'],
    ['outbound-host', 'http', 'pricing.internal:9000', 'pricing.base-url'],
  ],
  [`${code}/ProductHandler.java`]: [
    ['annotation', 'configuration', 'ProductHandler', '@Configuration'],
    ['http-client', 'web-client', 'WebClient', 'WebClient pricing;'],
    ['outbound-host', 'http', 'pricing.internal:9000', 'pricing.internal'],
    ['route', 'spring-webflux', 'GET /products/{sku}', '.GET("/{sku}"'],
    ['route', 'spring-webflux', 'POST /products', '.POST(""'],
  ],
  [`${code}/ReviewController.java`]: [
    ['annotation', 'rest-controller', 'ReviewController', '@RestController'],
    ['route', 'spring-webflux', 'GET /reviews/stream', '"/stream"'],
    ['stream', 'sse', 'MediaType.TEXT_EVENT_STREAM_VALUE', '"/stream"'],
    ['route', 'spring-webflux', 'POST /reviews', '@PostMapping'],
    ['orm', 'spring-data', 'ReviewRepository', 'ReactiveMongoRepository'],
  ],
  'k8s/deployment.yaml': [
    ['service', 'kubernetes', 'catalog', 'kind: Deployment'],
    ['replicas', 'kubernetes', '2', 'replicas: 2'],
    ['image', 'catalog', 'ghcr.io/acme/catalog:3.0.1', 'catalog:3.0.1'],
    ['http-port', 'http', '8081', 'containerPort'],
    ['variable', 'kubernetes', 'PRICING_URL', 'name: PRICING_URL'],
    ['outbound-host', 'http', 'pricing.internal:9000', 'name: PRICING_URL'],
    ['secret', 'kubernetes', 'MONGO_URI', 'MONGO_URI'],
    ['health-check', 'readiness', '/actuator/health', 'httpGet'],
    ['memory-limit', 'limit', '512Mi', 'memory: 512Mi'],
    ['volume', 'pvc', '/var/cache/catalog', 'mountPath'],
    ['schedule', 'kubernetes-cron-job', '15 2 * * *', 'schedule:'],
    ['service', 'kubernetes', 'catalog-reindex', 'kind: CronJob'],
    ['image', 'catalog-reindex', 'ghcr.io/acme/catalog-reindex:1', 'catalog-reindex:1'],
  ],
  'openapi.yaml': [['openapi', 'document', 'Catalog', 'openapi: 3.0.3']],
};
