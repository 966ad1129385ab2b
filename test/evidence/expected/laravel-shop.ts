import type { Expectations } from '../expectations.ts';

export const laravelShop: Expectations = {
  'composer.json': [
    [
      'build-tool',
      'composer',
      '',
      '{"require":{"php":"^8.2","laravel/framework":"^11.0","predis/predis":"^2.2"}}',
    ],
    [
      'framework',
      'laravel',
      '',
      '{"require":{"php":"^8.2","laravel/framework":"^11.0","predis/predis":"^2.2"}}',
    ],
    [
      'language',
      'php',
      '',
      '{"require":{"php":"^8.2","laravel/framework":"^11.0","predis/predis":"^2.2"}}',
    ],
  ],
  'docker-compose.yml': [
    ['service', 'compose', 'laravel.test', 'laravel.test'],
    ['build-tool', 'compose', './docker', './docker'],
    ['http-port', 'http', '80', 'ports: ["80:80"]'],
    ['service', 'compose', 'mysql', 'mysql:'],
    ['database', 'mysql', '8.0', 'image: mysql/mysql-server:8.0'],
    ['image', 'mysql-server', 'mysql/mysql-server:8.0', 'mysql/mysql-server:8.0'],
  ],
  'package.json': [
    [
      'build-tool',
      'npm',
      '',
      '{"private":true,"type":"module","scripts":{"dev":"vite","build":"vite build"},"devDependencies":{"axios":"^1.7.4","laravel-vite-plugin":"^1.0","vite":"^5.0"}}',
    ],
    ['front-end', 'vite', '^5.0', '^5.0'],
    ['http-client', 'axios', '^1.7.4', '^1.7.4'],
    [
      'language',
      'javascript',
      '',
      '{"private":true,"type":"module","scripts":{"dev":"vite","build":"vite build"},"devDependencies":{"axios":"^1.7.4","laravel-vite-plugin":"^1.0","vite":"^5.0"}}',
    ],
  ],
};
