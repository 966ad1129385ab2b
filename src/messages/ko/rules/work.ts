import type { work as english } from '../../en/rules/work.ts';

export const work: typeof english = {
  'queue-workers': {
    title: '메시지로 시작되는 작업({what}, {count}곳)',
    why: '컨슈머는 계속 대기하면서 큐에서의 위치를 기억해야 하지만, 인스턴스는 자신을 시작한 요청과 함께 끝납니다.',
    instead:
      '컨슈머는 컨테이너에 그대로 두세요. 처리 로직이 짧다면 HTTP로 컴포넌트를 호출하게 할 수 있습니다.',
  },
  brokers: {
    title: '메시지 브로커 사용({what})',
    why: '프로토콜이 계속 열려 있는 연결을 요구하며, 이를 위한 인터페이스를 제공하는 호스트가 없습니다.',
    instead:
      'HTTP 엔드포인트로 발행하세요. 브로커의 REST 프록시나, 남겨 둔 컨테이너의 엔드포인트면 됩니다.',
  },
  'http-brokers': {
    title: 'HTTP로 쓰는 큐({what})',
    why: '보내기는 서명한 요청 한 번이면 되지만, 받으려면 누군가 대기하고 있어야 합니다.',
    instead: '보내기는 fetch로 하고, 받는 쪽은 함수나 컨테이너로 남겨 두세요.',
  },
  schedules: {
    title: '스케줄로 시작되는 작업({count}개)',
    why: '요청과 요청 사이에는 아무것도 실행되지 않으므로 프로세스 안의 스케줄러는 동작하지 않습니다. 현재의 cron 트리거는 WASI 0.3을 요구하는데, JavaScript로는 내보낼 수 없습니다.',
    instead:
      '작업마다 엔드포인트를 만들고 Kubernetes CronJob이나 CI에서 호출하세요. 오래 걸리는 작업은 그대로 두세요.',
  },
  threads: {
    title: '직접 만든 스레드({what}, {count}곳)',
    why: '컴포넌트의 스레드는 하나뿐입니다. 컴포넌트 모델에서 스레드는 아직 정식 기능이 아니며, Wasmtime은 이전 방식인 wasi-threads를 제거했습니다.',
    instead:
      '병렬로 계산하는 부분은 컨테이너에 두세요. 여러 응답을 기다리기만 하는 부분은 Promise로 바꾸세요.',
  },
  'some-threads': {
    title: '스레드 또는 백그라운드 작업({what})',
    why: '컴포넌트의 스레드는 하나뿐이고, 응답 뒤에 이어지는 작업은 인스턴스와 함께 끝납니다.',
    instead: '응답하기 전에 작업이 끝나기를 기다리거나, 계속 떠 있는 쪽에 넘기세요.',
  },
  numeric: {
    title: '네이티브 라이브러리로 계산({what})',
    why: '이런 라이브러리는 스레드, 벡터 연산, GPU를 쓰는 네이티브 코드입니다. 컴포넌트에는 그중 아무것도 없고, 관련 제안은 모두 초안입니다.',
    instead: '계산은 기존 서비스에 두세요. 그 앞의 검증, 인증, 캐싱은 옮길 수 있습니다.',
  },
  'cpu-heavy': {
    title: 'CPU를 많이 쓰는 작업({what})',
    why: '컴포넌트의 JavaScript는 JIT 없이 인터프리터로 실행됩니다. 단순한 fib(40)에 45초가 걸린다는 사용자 보고가 있습니다.',
    instead: '이 부분만 Rust나 Go로 별도 컴포넌트를 만들거나, 기존 서비스에 두세요.',
  },
};
