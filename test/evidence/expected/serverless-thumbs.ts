import type { Expectations } from '../expectations.ts';

export const serverlessThumbs: Expectations = {
  'serverless.yml': [
    ['service', 'serverless', 'thumbs', 'service: thumbs'],
    ['runtime', 'node', '20', 'runtime:'],
    ['memory-limit', 'function', '512', 'memorySize: 512'],
    ['timeout', 'serverless', '10', 'timeout:'],
    ['variable', 'serverless', 'BUCKET', 'BUCKET:'],
    ['secret', 'serverless', 'SIGNING_KEY', 'SIGNING_KEY'],
    ['service', 'function', 'get', '  get:'],
    ['route', 'serverless', 'GET /thumbs/{id}', '- httpApi:\n'],
    ['route', 'serverless', 'POST /thumbs', 'POST /thumbs'],
    ['service', 'function', 'resize', '  resize:'],
    ['memory-limit', 'function', '1024', 'memorySize: 1024'],
    ['queue-worker', 's3', '', '- s3:'],
    ['queue-worker', 'sqs', 'ResizeQueue.Arn', '- sqs:'],
    ['service', 'function', 'cleanup', '  cleanup:'],
    ['schedule', 'serverless', 'rate(1 day)', 'rate(1 day)'],
  ],
  'package.json': [
    ['language', 'javascript', '', '"name"'],
    ['build-tool', 'npm', '', '"name"'],
    ['object-store', 's3', '^3.693.0', 'client-s3'],
    ['native-module', 'sharp', '^0.33.5', '"sharp"'],
    ['cpu-heavy', 'sharp', '^0.33.5', '"sharp"'],
  ],
  'src/resize.js': [['file-write', 'fs', 'writeFile', 'await writeFile']],
};
