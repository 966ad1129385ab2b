import type { Expectations } from '../expectations.ts';

export const nestChat: Expectations = {
  'package.json': [
    ['language', 'typescript', '^5.6.3', '"typescript"'],
    ['build-tool', 'pnpm', '9.12.3', 'packageManager'],
    ['entrypoint', 'npm-start', 'node dist/main', 'start:prod'],
    ['framework', 'nest', '^10.4.7', '@nestjs/core'],
    ['websocket', 'socket.io', '^10.4.7', 'platform-socket.io'],
    ['schedule', 'nest-schedule', '^4.1.1', '@nestjs/schedule'],
    ['websocket', 'nest-websockets', '^10.4.7', '@nestjs/websockets'],
    ['native-module', 'bcrypt', '^5.1.1', '"bcrypt"'],
    ['cpu-heavy', 'bcrypt', '^5.1.1', '"bcrypt"'],
    ['cache', 'redis', '^5.4.1', '"ioredis"'],
    ['test', 'jest', '^29.7.0', '"jest": "^29'],
  ],
  'src/main.ts': [
    ['base-path', 'nest', 'api', 'setGlobalPrefix'],
    ['variable', 'code', 'PORT', 'app.listen'],
    ['http-port', 'http', '3000', 'app.listen'],
  ],
  'src/rooms.controller.ts': [
    ['annotation', 'nest-controller', 'RoomsController', "@Controller('rooms')"],
    ['route', 'nest', 'GET /rooms', '@Get()'],
    ['route', 'nest', 'GET /rooms/{roomId}/messages', "@Get(':roomId"],
    ['route', 'nest', 'POST /rooms', '@Post()'],
    ['route', 'nest', 'DELETE /rooms/{roomId}', '@Delete('],
  ],
  'src/rooms.gateway.ts': [
    ['in-memory-state', 'set', 'online', 'const online'],
    ['websocket', 'nest-gateway', '@WebSocketGateway', '@WebSocketGateway('],
    ['cache', 'redis', 'new Redis', 'new Redis'],
    ['secret', 'code', 'REDIS_URL', 'REDIS_URL'],
    ['websocket', 'nest-gateway', 'say', "@SubscribeMessage('say')"],
    ['schedule', 'nest-schedule', '*/5 * * * *', '@Cron'],
  ],
};
