import type { Expectations } from '../expectations.ts';

const code = 'src/main/java/com/acme/store';

const CONTEXTS = [
  ['catalog', 'Product', 'products'],
  ['customers', 'Customer', 'customers'],
  ['orders', 'PurchaseOrder', 'orders'],
  ['shipping', 'Shipment', 'shipments'],
] as const;

const contexts = CONTEXTS.map(
  ([context, entity, path]): Expectations => ({
    [`${code}/${context}/${entity}Controller.java`]: [
      ['annotation', 'rest-controller', `${entity}Controller`, '@RestController'],
      ['route', 'spring-mvc', `GET /api/${path}`, '  @GetMapping\n'],
      ['route', 'spring-mvc', `GET /api/${path}/{id}`, '@GetMapping("/{id}")'],
      ['route', 'spring-mvc', `POST /api/${path}`, '@PostMapping'],
    ],
    [`${code}/${context}/${entity}.java`]: [['orm', 'jpa', entity, '@Entity']],
    [`${code}/${context}/${entity}Repository.java`]: [
      ['orm', 'spring-data', `${entity}Repository`, 'JpaRepository<'],
    ],
  }),
);

export const monolithStore: Expectations = {
  'build.gradle': [
    ['build-tool', 'gradle', '', 'plugins {'],
    ['framework', 'spring-boot', '3.3.4', "org.springframework.boot' version"],
    ['language', 'java', '17', 'sourceCompatibility'],
    ['runtime', 'jvm', '17', 'sourceCompatibility'],
    ['framework', 'spring-mvc', '', "starter-web'"],
    ['server-rendering', 'thymeleaf', '', 'starter-thymeleaf'],
    ['orm', 'jpa', '', 'starter-data-jpa'],
    ['security', 'spring-security', '', 'starter-security'],
    ['database', 'mysql', '9.1.0', 'mysql-connector-j'],
    ['test', 'spring-test', '', 'starter-test'],
  ],
  'openapi.yaml': [['openapi', 'document', 'Store', 'openapi: 3.1.0']],
  ...Object.assign({}, ...contexts),
};
