import type { Pattern } from './scan.ts';

/** Services of the AWS SDK before version 3, which has a package for each. */
const AWS = [
  ['database', 'dynamodb', 'DynamoDB(?:\\.DocumentClient)?'],
  ['object-store', 's3', 'S3'],
  ['broker', 'sqs', 'SQS'],
  ['broker', 'sns', 'SNS'],
] as const;

/** What calls in JavaScript and TypeScript show of what a service keeps: databases, caches, objects, sessions. */
export const JAVASCRIPT_STORES: readonly Pattern[] = [
  { kind: 'session', what: 'req-session', match: /\b(?:req|request|ctx)\.session\b/gu },
  {
    kind: 'data-access',
    what: 'pg',
    needs: /['"]pg['"]/u,
    match: /\bnew (?:pg\.)?(?:Pool|Client)\b/gu,
    confidence: 'certain',
  },
  {
    kind: 'data-access',
    what: 'mysql',
    needs: /['"]mysql2?(?:\/promise)?['"]/u,
    match: /\bmysql\.create(?:Pool|Connection)\b/gu,
    confidence: 'certain',
  },
  {
    kind: 'data-access',
    what: 'mongodb',
    needs: /['"]mongodb['"]/u,
    match: /\bnew MongoClient\b/gu,
    confidence: 'certain',
  },
  ...AWS.map(
    ([kind, what, name]): Pattern => ({
      kind,
      what,
      needs: /['"]aws-sdk['"/]/u,
      match: new RegExp(`\\bnew (?:\\w+\\.)?${name}(?=\\()`, 'gu'),
      confidence: 'certain',
    }),
  ),
  {
    kind: 'data-access',
    what: 'query',
    match:
      /\b(?:pool|client|db|conn|connection|database|pg|sql|tx|trx|knex)\.(?:query|execute|raw)(?=[(<])/gu,
  },
  { kind: 'transaction', what: 'sql', match: /\.query\(\s*['"`](BEGIN|START TRANSACTION)\b/giu },
  {
    kind: 'transaction',
    what: 'orm',
    match: /\.(?:\$transaction|transaction|startTransaction)\(/gu,
  },
  {
    kind: 'cache',
    what: 'redis',
    needs: /['"]ioredis['"]/u,
    match: /\bnew (?:Redis|IORedis)\b/gu,
    confidence: 'certain',
  },
  {
    kind: 'cache',
    what: 'redis',
    needs: /['"]redis['"]/u,
    match: /\b(?:redis\.)?createClient\(/gu,
    confidence: 'certain',
  },
  {
    kind: 'orm',
    what: 'typeorm',
    needs: /['"]typeorm['"]/u,
    match: /@Entity\([^)]*\)\s*(?:@\w+\([^)]*\)\s*)*export (?:abstract )?class (\w+)/gu,
    confidence: 'certain',
  },
  {
    kind: 'orm',
    what: 'mongoose',
    needs: /['"]mongoose['"]/u,
    match: /\b(?:mongoose\.)?model(?:<[^(]*>)?\(\s*['"`](\w+)/gu,
    confidence: 'certain',
  },
  {
    kind: 'orm',
    what: 'sequelize',
    needs: /['"]sequelize['"]/u,
    match: /\b(?:sequelize|db)\.define\(\s*['"`](\w+)/gu,
    confidence: 'certain',
  },
  {
    kind: 'orm',
    what: 'prisma',
    match:
      /\bprisma\.\w+\.(?:find(?:Many|Unique|First)(?:OrThrow)?|create(?:Many)?|update(?:Many)?|upsert|delete(?:Many)?|count|aggregate|groupBy)(?=\()/gu,
  },
  {
    kind: 'orm',
    what: 'prisma',
    needs: /@prisma\/client/u,
    match: /\bnew PrismaClient\b/gu,
    confidence: 'certain',
  },
  { kind: 'in-memory-state', what: 'cache', match: /\bnew (?:LRUCache|NodeCache|LRU)\b/gu },
];
