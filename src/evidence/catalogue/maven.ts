import { Catalogue } from './catalogue.ts';

/** Maven artifacts (Gradle names the same ones) that say something about where a service can run. */
export const MAVEN = new Catalogue({
  framework: {
    'spring-boot': 'spring-boot-starter-parent spring-boot-dependencies spring-boot-starter',
    'spring-mvc': 'spring-boot-starter-web spring-boot-starter-webmvc spring-webmvc',
    'spring-webflux': 'spring-boot-starter-webflux spring-webflux',
    'spring-data-rest': 'spring-boot-starter-data-rest',
    'spring-cloud-gateway':
      'spring-cloud-starter-gateway spring-cloud-starter-gateway-server-webflux',
    'spring-batch': 'spring-boot-starter-batch',
    'spring-integration': 'spring-boot-starter-integration',
    jersey: 'spring-boot-starter-jersey jersey-server',
    quarkus:
      'quarkus-rest quarkus-resteasy quarkus-resteasy-reactive quarkus-resteasy-jackson quarkus-rest-jackson',
    micronaut: 'micronaut-http-server-netty',
    ktor: 'ktor-server-core ktor-server-netty ktor-server-core-jvm ktor-server-netty-jvm',
    vertx: 'vertx-web',
    dropwizard: 'dropwizard-core',
    javalin: 'javalin',
    helidon: 'helidon-webserver',
    eureka: 'spring-cloud-starter-netflix-eureka-client spring-cloud-starter-netflix-eureka-server',
    'spring-cloud-config': 'spring-cloud-starter-config spring-cloud-config-server',
  },
  database: {
    postgres: 'postgresql r2dbc-postgresql quarkus-jdbc-postgresql',
    mysql: 'mysql-connector-j mysql-connector-java r2dbc-mysql quarkus-jdbc-mysql',
    mariadb: 'mariadb-java-client r2dbc-mariadb',
    h2: 'h2 r2dbc-h2 quarkus-jdbc-h2',
    hsqldb: 'hsqldb',
    derby: 'derby',
    oracle: 'ojdbc8 ojdbc11 ojdbc17 ojdbc10',
    sqlserver: 'mssql-jdbc',
    db2: 'jcc',
    sqlite: 'sqlite-jdbc',
    mongodb:
      'spring-boot-starter-data-mongodb spring-boot-starter-data-mongodb-reactive mongodb-driver-sync mongo-java-driver',
    cassandra: 'spring-boot-starter-data-cassandra',
    elasticsearch: 'spring-boot-starter-data-elasticsearch',
    neo4j: 'spring-boot-starter-data-neo4j',
    dynamodb: 'aws-java-sdk-dynamodb dynamodb dynamodb-enhanced',
  },
  cache: {
    redis:
      'spring-boot-starter-data-redis spring-boot-starter-data-redis-reactive jedis lettuce-core redisson redisson-spring-boot-starter',
    caffeine: 'caffeine',
    ehcache: 'ehcache',
    hazelcast: 'hazelcast hazelcast-spring',
    'spring-cache': 'spring-boot-starter-cache',
    jcache: 'cache-api',
    infinispan: 'infinispan-core',
    memcached: 'spymemcached',
  },
  orm: {
    jpa: 'spring-boot-starter-data-jpa spring-data-jpa jakarta.persistence-api quarkus-hibernate-orm',
    hibernate: 'hibernate-core quarkus-hibernate-orm-panache',
    mybatis: 'mybatis mybatis-spring-boot-starter mybatis-plus-boot-starter',
    'spring-data-jdbc': 'spring-boot-starter-data-jdbc',
    r2dbc: 'spring-boot-starter-data-r2dbc',
    jooq: 'jooq spring-boot-starter-jooq',
    eclipselink: 'eclipselink org.eclipse.persistence.jpa',
    exposed: 'exposed-core',
  },
  'data-access': { jdbc: 'spring-boot-starter-jdbc spring-jdbc', hikari: 'HikariCP' },
  migration: {
    flyway:
      'flyway-core flyway-mysql flyway-database-postgresql quarkus-flyway spring-boot-starter-flyway',
    liquibase: 'liquibase-core quarkus-liquibase spring-boot-starter-liquibase',
  },
  broker: {
    kafka:
      'spring-kafka kafka-clients kafka-streams quarkus-kafka-client spring-cloud-starter-stream-kafka spring-cloud-stream-binder-kafka reactor-kafka spring-boot-starter-kafka',
    rabbitmq:
      'spring-boot-starter-amqp spring-rabbit amqp-client spring-cloud-starter-stream-rabbit',
    jms: 'spring-boot-starter-activemq spring-boot-starter-artemis spring-jms activemq-client',
    sqs: 'sqs spring-cloud-aws-starter-sqs aws-java-sdk-sqs',
    pulsar: 'spring-boot-starter-pulsar pulsar-client',
    nats: 'jnats',
    mqtt: 'org.eclipse.paho.client.mqttv3',
  },
  schedule: {
    quartz: 'spring-boot-starter-quartz quartz quarkus-scheduler',
    shedlock: 'shedlock-spring',
  },
  websocket: {
    'spring-websocket': 'spring-boot-starter-websocket spring-websocket',
    'jakarta-websocket': 'jakarta.websocket-api tyrus-server',
  },
  rpc: {
    grpc: 'grpc-netty grpc-netty-shaded grpc-stub grpc-spring-boot-starter grpc-server-spring-boot-starter',
    graphql: 'spring-boot-starter-graphql graphql-java graphql-spring-boot-starter',
    soap: 'spring-boot-starter-web-services cxf-spring-boot-starter-jaxws',
    dubbo: 'dubbo dubbo-spring-boot-starter',
  },
  session: {
    'spring-session': 'spring-session-core spring-session-data-redis spring-session-jdbc',
  },
  'server-rendering': {
    thymeleaf: 'spring-boot-starter-thymeleaf thymeleaf',
    freemarker: 'spring-boot-starter-freemarker freemarker',
    mustache: 'spring-boot-starter-mustache',
    jsp: 'tomcat-embed-jasper jakarta.servlet.jsp.jstl jstl',
    vaadin: 'vaadin-spring-boot-starter vaadin-core',
    groovy: 'spring-boot-starter-groovy-templates',
  },
  'native-module': {
    jna: 'jna jna-platform',
    netty: 'netty-tcnative-boringssl-static netty-transport-native-epoll',
    rocksdb: 'rocksdbjni',
    opencv: 'opencv',
    javacv: 'javacv-platform javacv',
    onnxruntime: 'onnxruntime',
    tensorflow: 'tensorflow-core-platform',
    sqlite: 'sqlite-jdbc',
    snappy: 'snappy-java',
  },
  'cpu-heavy': {
    pdf: 'itextpdf itext7-core openpdf pdfbox flying-saucer-pdf',
    spreadsheet: 'poi poi-ooxml',
    images: 'thumbnailator imgscalr-lib',
    'machine-learning':
      'deeplearning4j-core onnxruntime tensorflow-core-platform spark-core_2.12 tribuo-all',
    reports: 'jasperreports',
    search: 'lucene-core',
    rules: 'drools-core drools-engine',
  },
  'jvm-feature': {
    aop: 'spring-boot-starter-aop aspectjweaver spring-aspects spring-boot-starter-aspectj',
    agent: 'byte-buddy-agent',
    scripting: 'groovy nashorn-core js-scriptengine',
    devtools: 'spring-boot-devtools',
    cglib: 'cglib',
  },
  'http-client': {
    feign: 'spring-cloud-starter-openfeign feign-core',
    okhttp: 'okhttp',
    retrofit: 'retrofit',
    'apache-http': 'httpclient httpclient5',
    'rest-client': 'spring-boot-starter-restclient',
  },
  mail: { 'spring-mail': 'spring-boot-starter-mail', 'jakarta-mail': 'jakarta.mail javax.mail' },
  directory: { ldap: 'spring-boot-starter-data-ldap spring-ldap-core spring-security-ldap' },
  security: {
    'spring-security': 'spring-boot-starter-security spring-security-core',
    'oauth2-resource-server':
      'spring-boot-starter-oauth2-resource-server spring-boot-starter-security-oauth2-resource-server',
    'oauth2-client': 'spring-boot-starter-oauth2-client',
    jwt: 'jjwt jjwt-api java-jwt nimbus-jose-jwt',
    keycloak: 'keycloak-spring-boot-starter',
    shiro: 'shiro-core',
  },
  observability: {
    actuator: 'spring-boot-starter-actuator',
    prometheus: 'micrometer-registry-prometheus',
    opentelemetry: 'opentelemetry-*',
    tracing:
      'micrometer-tracing-bridge-brave micrometer-tracing-bridge-otel spring-cloud-starter-sleuth zipkin-reporter-brave spring-cloud-starter-zipkin',
    'admin-client': 'spring-boot-admin-starter-client',
    jolokia: 'jolokia-core jolokia-spring',
  },
  'object-store': {
    s3: 's3 aws-java-sdk-s3 spring-cloud-aws-starter-s3 minio',
    gcs: 'google-cloud-storage',
    'azure-blob': 'azure-storage-blob',
  },
  openapi: {
    springdoc: 'springdoc-openapi-*',
    springfox: 'springfox-boot-starter springfox-swagger2',
    'swagger-annotations': 'swagger-annotations',
    'openapi-generator': 'openapi-generator-maven-plugin',
    'smallrye-openapi': 'quarkus-smallrye-openapi',
  },
  test: {
    'spring-test': 'spring-boot-starter-test spring-boot-starter-webmvc-test',
    junit: 'junit junit-jupiter junit-jupiter-api junit-jupiter-engine',
    testcontainers: 'junit-jupiter-testcontainers testcontainers spring-boot-testcontainers',
    mockito: 'mockito-core mockito-junit-jupiter',
    'rest-assured': 'rest-assured',
    'reactor-test': 'reactor-test',
    'kafka-test': 'spring-kafka-test',
    'security-test': 'spring-security-test',
  },
});

/** Groups whose every artifact means the same, for artifacts whose names say too little: `org.testcontainers:postgresql`. */
export const MAVEN_TEST_GROUPS: ReadonlyMap<string, string> = new Map([
  ['org.testcontainers', 'testcontainers'],
]);
