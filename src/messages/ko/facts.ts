import type { facts as english } from '../en/facts.ts';

export const facts: typeof english = {
  hosts: {
    spin: {
      version: '4.0.2',
      says: 'WASI 0.2 컴포넌트를 요청마다 새 인스턴스로 실행하며, 데이터베이스와 Redis, 키-값 저장소를 호스트 인터페이스로 제공합니다.',
      fits: '서버나 VM 한 대, 데이터베이스 사용',
      cannot: [
        'WebSocket 연결을 받는 것',
        'WASI 0.2 컴포넌트에서 요청과 요청 사이에 메모리를 유지하는 것',
        'WASI 0.3.0을 실행하는 것(4.0은 릴리스 후보만 지원)',
      ],
    },
    spinkube: {
      version: 'shim 0.24.0(Spin 3.6.3)',
      says: 'Spin 애플리케이션을 Kubernetes 리소스로, 컨테이너와 같은 클러스터에서 실행합니다.',
      fits: 'Kubernetes 클러스터, 데이터베이스 사용',
      cannot: [
        '정해진 시각에 컴포넌트를 실행하는 것(엔드포인트를 호출하는 Kubernetes CronJob으로 대신)',
        'WASI 0.3을 실행하는 것',
        'WebSocket 연결을 받는 것',
      ],
    },
    wasmtime: {
      version: '49.0.3',
      says: '컴포넌트 하나를 HTTP/1로 제공합니다. 직접 운영하기에 가장 작은 방법입니다.',
      fits: '데이터베이스를 쓰지 않고 프록시 뒤에 두는 컴포넌트 하나',
      cannot: [
        'TLS와 HTTP/2를 처리하는 것(nginx나 Envoy를 앞에 둠)',
        'JavaScript 컴포넌트를 Postgres, MySQL, Redis에 연결해 주는 것',
        '여러 컴포넌트로 라우팅하는 것',
      ],
    },
    wasmcloud: {
      version: '2.7.0',
      says: '오퍼레이터와 호스트 플러그인으로 Kubernetes에서 컴포넌트를 실행합니다. WASI 0.3이 켜져 있습니다.',
      fits: 'Kubernetes 클러스터, 여러 컴포넌트, WASI 0.3',
      cannot: [
        'Postgres, MySQL, Redis를 자체 인터페이스로 제공하는 것',
        '호스트가 지원하는 WASI 0.3을 JavaScript 컴포넌트에서 쓰게 하는 것',
      ],
    },
    akamai: {
      version: '2026-11-24 기준 문서',
      says: 'Spin 애플리케이션을 엣지에서 실행하며, HTTP로만 컴포넌트를 시작합니다.',
      fits: '사용자 가까이에서 짧고 작게 처리하는 응답',
      cannot: [
        '기본 설정에서 메모리 128 MiB, 요청당 30초, 본문 10 MiB를 넘기는 것',
        'SQLite와 오브젝트 스토리지를 제공하는 것',
        'CI에서 OIDC로 배포하는 것(문서에는 30일짜리 토큰만 있음)',
      ],
    },
  },
  numbers: {
    load: '미리 컴파일하지 않은 컴포넌트를 불러오는 데 JavaScript는 800 ms, Rust는 50 ms, Go는 60 ms가 걸렸습니다. 컴파일을 포함한, 보고한 사람의 머신에서의 값입니다.',
    instance:
      'Wasmtime 1.0은 컴파일된 SpiderMonkey의 인스턴스를 2 ms가 아닌 5 µs에 만들었습니다. 요청 처리와 컴파일을 뺀 인스턴스 생성 시간입니다.',
    size: 'JavaScript 엔진 때문에 컴포넌트가 약 13 MB가 됩니다. 몇 줄짜리 프로그램에서도 그렇다는 사용자 보고가 있습니다.',
  },
  engines: {
    interpreter:
      'JavaScript는 JIT 없이 인터프리터로 실행됩니다. 단순한 fib(40)에 45초, 미리 컴파일하면 29초가 걸린다는 사용자 보고가 있습니다.',
    size: '모든 컴포넌트에 엔진이 들어 있습니다. 크기는 약 13 MB입니다.',
    'no-native': '네이티브 애드온, 내부에서의 WebAssembly 실행, 워커를 쓸 수 없습니다.',
    'no-websocket': '서버로든 클라이언트로든 WebSocket을 쓸 수 없습니다.',
    'no-intl': 'Intl이 없어 날짜와 숫자가 영어 형식으로 표시됩니다.',
    'wasi-02-only':
      'componentize-js 0.23은 WASI 0.2용으로 빌드하며, 0.3의 비동기 export는 지원하지 않습니다.',
    'no-node-drivers':
      'TCP 연결을 여는 드라이버(pg, mysql2, ioredis, mongodb)는 이식 가능한 컴포넌트에서 동작하지 않습니다.',
    rsa: '일부 버전은 RSA 키를 WebCrypto로 가져올 때 트랩이 발생합니다. 의존하기 전에 시험해 보세요.',
  },
};
