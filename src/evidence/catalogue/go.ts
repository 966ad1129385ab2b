import { Catalogue } from './catalogue.ts';

/** Go modules that say something about where a service can run; the part after `/vN` is left out. */
export const GO = new Catalogue({
  framework: {
    gin: 'github.com/gin-gonic/gin',
    chi: 'github.com/go-chi/chi',
    echo: 'github.com/labstack/echo',
    fiber: 'github.com/gofiber/fiber',
    'gorilla-mux': 'github.com/gorilla/mux',
    httprouter: 'github.com/julienschmidt/httprouter',
    'go-kit': 'github.com/go-kit/kit',
    'go-zero': 'github.com/zeromicro/go-zero',
    kratos: 'github.com/go-kratos/kratos',
    huma: 'github.com/danielgtaylor/huma',
    beego: 'github.com/beego/beego',
  },
  database: {
    postgres:
      'github.com/lib/pq github.com/jackc/pgx github.com/jackc/pgx/v4 gorm.io/driver/postgres',
    mysql: 'github.com/go-sql-driver/mysql gorm.io/driver/mysql',
    sqlite: 'github.com/mattn/go-sqlite3 modernc.org/sqlite gorm.io/driver/sqlite',
    mongodb: 'go.mongodb.org/mongo-driver',
    sqlserver: 'github.com/microsoft/go-mssqldb',
    cassandra: 'github.com/gocql/gocql',
    elasticsearch: 'github.com/elastic/go-elasticsearch',
    clickhouse: 'github.com/ClickHouse/clickhouse-go',
    dynamodb: 'github.com/aws/aws-sdk-go-v2/service/dynamodb',
    oracle: 'github.com/godror/godror',
    bolt: 'go.etcd.io/bbolt',
    badger: 'github.com/dgraph-io/badger',
  },
  cache: {
    redis: 'github.com/redis/go-redis github.com/go-redis/redis github.com/gomodule/redigo',
    memcached: 'github.com/bradfitz/gomemcache',
    'in-process':
      'github.com/patrickmn/go-cache github.com/dgraph-io/ristretto github.com/hashicorp/golang-lru github.com/allegro/bigcache',
  },
  orm: {
    gorm: 'gorm.io/gorm github.com/jinzhu/gorm',
    ent: 'entgo.io/ent',
    bun: 'github.com/uptrace/bun',
    sqlboiler: 'github.com/volatiletech/sqlboiler',
    xorm: 'xorm.io/xorm',
  },
  'data-access': { sqlx: 'github.com/jmoiron/sqlx' },
  migration: {
    'golang-migrate': 'github.com/golang-migrate/migrate',
    goose: 'github.com/pressly/goose',
  },
  broker: {
    kafka:
      'github.com/segmentio/kafka-go github.com/IBM/sarama github.com/Shopify/sarama github.com/confluentinc/confluent-kafka-go github.com/twmb/franz-go',
    rabbitmq: 'github.com/rabbitmq/amqp091-go github.com/streadway/amqp',
    nats: 'github.com/nats-io/nats.go',
    mqtt: 'github.com/eclipse/paho.mqtt.golang',
    sqs: 'github.com/aws/aws-sdk-go-v2/service/sqs',
  },
  'queue-worker': {
    asynq: 'github.com/hibiken/asynq',
    machinery: 'github.com/RichardKnop/machinery',
  },
  schedule: { cron: 'github.com/robfig/cron', gocron: 'github.com/go-co-op/gocron' },
  websocket: {
    gorilla: 'github.com/gorilla/websocket',
    nhooyr: 'nhooyr.io/websocket github.com/coder/websocket',
    melody: 'github.com/olahol/melody',
  },
  rpc: {
    grpc: 'google.golang.org/grpc',
    graphql: 'github.com/99designs/gqlgen github.com/graphql-go/graphql',
    connect: 'connectrpc.com/connect',
    twirp: 'github.com/twitchtv/twirp',
  },
  session: {
    'gin-sessions': 'github.com/gin-contrib/sessions',
    gorilla: 'github.com/gorilla/sessions',
    scs: 'github.com/alexedwards/scs',
  },
  'native-module': {
    sqlite3: 'github.com/mattn/go-sqlite3',
    'confluent-kafka': 'github.com/confluentinc/confluent-kafka-go',
    vips: 'github.com/davidbyttow/govips github.com/h2non/bimg',
    godror: 'github.com/godror/godror',
    opencv: 'gocv.io/x/gocv',
  },
  'cpu-heavy': {
    images: 'github.com/disintegration/imaging github.com/davidbyttow/govips github.com/h2non/bimg',
    pdf: 'github.com/jung-kurt/gofpdf github.com/go-pdf/fpdf',
    spreadsheet: 'github.com/xuri/excelize',
    opencv: 'gocv.io/x/gocv',
  },
  'object-store': {
    s3: 'github.com/aws/aws-sdk-go-v2/service/s3 github.com/minio/minio-go',
    gcs: 'cloud.google.com/go/storage',
  },
  mail: { gomail: 'gopkg.in/gomail.v2 github.com/wneessen/go-mail' },
  directory: { ldap: 'github.com/go-ldap/ldap' },
  security: {
    jwt: 'github.com/golang-jwt/jwt github.com/dgrijalva/jwt-go',
    casbin: 'github.com/casbin/casbin',
    oidc: 'github.com/coreos/go-oidc',
  },
  observability: {
    prometheus: 'github.com/prometheus/client_golang',
    opentelemetry: 'go.opentelemetry.io/*',
    zap: 'go.uber.org/zap',
    zerolog: 'github.com/rs/zerolog',
    logrus: 'github.com/sirupsen/logrus',
  },
  openapi: {
    swag: 'github.com/swaggo/swag github.com/swaggo/gin-swagger',
    'oapi-codegen': 'github.com/oapi-codegen/runtime github.com/deepmap/oapi-codegen',
  },
  'http-client': { resty: 'github.com/go-resty/resty' },
  test: {
    testify: 'github.com/stretchr/testify',
    testcontainers: 'github.com/testcontainers/testcontainers-go',
    ginkgo: 'github.com/onsi/ginkgo',
  },
});
