import type { stack as english } from '../en/stack.ts';
import { withParticle } from '../korean.ts';

export const stack: typeof english = {
  needs: {
    http: 'HTTP',
    'http-out': '외부 HTTP 호출',
    postgres: 'Postgres',
    mysql: 'MySQL',
    redis: 'Redis',
    sqlite: 'SQLite',
    'key-value': '키-값 저장소',
    settings: '설정 값',
  },
  statuses: { stable: 'WASI 0.2 정식', host: '호스트 고유', draft: '초안(draft)' },
  because: {
    askedFor: (host) => `${withParticle(host, '은/는')} 직접 지정한 호스트입니다.`,
    onKubernetes: (place) => `서비스가 Kubernetes에서 실행되고 있습니다(${place}).`,
    lacksLeast: '비교한 호스트 가운데, 발견된 요구에 비해 부족한 것이 가장 적습니다.',
    nothing: '특정 호스트가 필요하다는 근거는 발견되지 않았습니다.',
    has: (needs) => `제공하는 인터페이스: ${needs}.`,
    lacks: (needs) => `제공하지 않는 것: ${needs}.`,
  },
  languages: {
    endpoints: {
      part: 'JSON을 읽고 검증하고 응답하는 엔드포인트',
      language: 'TypeScript',
      why: '대부분의 시간을 다른 서비스를 기다리는 데 씁니다. WIT의 타입이 코드까지 이어지고, 엔진이 fetch와 WebCrypto를 제공합니다.',
    },
    processor: {
      part: (names) => `CPU를 많이 쓰는 작업(${names})`,
      language: 'Rust 또는 Go',
      why: '컴포넌트의 JavaScript는 JIT 없이 인터프리터로 실행됩니다.',
    },
    compiled: {
      part: (names) => `계산을 맡은 ${names} 코드`,
      why: '전용 도구를 쓰면 그 언어에서 컴포넌트로 바로 컴파일됩니다. 두 컴포넌트는 WIT로 만납니다.',
    },
  },
};
