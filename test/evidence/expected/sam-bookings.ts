import type { Expectations } from '../expectations.ts';

export const samBookings: Expectations = {
  'template.yaml': [
    ['runtime', 'python', '3.12', 'Runtime:'],
    ['timeout', 'sam', '15', 'Timeout:'],
    ['memory-limit', 'function', '256', 'MemorySize:'],
    ['variable', 'sam', 'TABLE', 'TABLE:'],
    ['variable', 'sam', 'PARTNER_URL', 'PARTNER_URL'],
    ['outbound-host', 'https', 'partner.acme.example', 'PARTNER_URL'],
    ['database', 'dynamodb', 'Bookings', '  Bookings:'],
    ['service', 'function', 'List', '  List:'],
    ['route', 'sam', 'GET /bookings', 'Path: /bookings,'],
    ['route', 'sam', 'GET /bookings/{id}', '/bookings/{id}'],
    ['service', 'function', 'Nightly', '  Nightly:'],
    ['secret', 'sam', 'PARTNER_TOKEN', 'PARTNER_TOKEN'],
    ['schedule', 'sam', 'cron(0 1 * * ? *)', 'cron('],
    ['queue-worker', 'sqs', 'Jobs.Arn', 'GetAtt Jobs.Arn'],
    ['broker', 'sqs', 'Jobs', '  Jobs:\n    Type: AWS'],
  ],
  'app.py': [
    ['database', 'dynamodb', 'boto3.resource', 'boto3.resource'],
    ['variable', 'code', 'TABLE', 'os.environ["TABLE"]'],
  ],
};
