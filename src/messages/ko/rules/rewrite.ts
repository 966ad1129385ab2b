import type { rewrite as english } from '../../en/rules/rewrite.ts';

export const rewrite: typeof english = {
  'other-language': {
    title: '코드를 새로 작성해야 함({what})',
    why: '이 생성기가 만드는 컴포넌트는 TypeScript 또는 JavaScript입니다. 기존 코드에서 이어지는 것은 API 계약뿐입니다.',
    instead: '새로 작성하기 전에 기존 서비스의 응답을 기록해 두고, 새 응답과 비교하세요.',
  },
  'compiled-language': {
    title: '컴포넌트로 직접 컴파일되는 언어({what})',
    why: '전용 도구를 쓰면 코드를 지금 언어 그대로 둘 수 있습니다. 이 생성기는 WIT와 매니페스트를 만들고, 코드는 TypeScript나 JavaScript로 생성합니다.',
    instead: '계산하는 부분은 같은 WIT를 쓰는 별도 컴포넌트로, 지금 언어 그대로 두세요.',
  },
  'managed-classes': {
    title: '프레임워크가 관리하는 클래스 {count}개',
    why: '컴포넌트에는 의존성 주입도 가로채기도 없습니다. 지금 애너테이션이 하는 일을 코드로 직접 써야 합니다.',
    instead: '한 엔드포인트에 딸린 클래스들을 함께 옮기고, 나머지는 그대로 두세요.',
  },
  'jvm-features': {
    title: 'JVM 전용 기능 사용({what})',
    why: '애스펙트, 리플렉션, 에이전트, 클래스 로딩에 대응하는 것이 WebAssembly에는 없습니다.',
    instead: '이들이 더해 주던 동작을 해당 기능을 감싸는 평범한 함수로 작성하세요.',
  },
  'security-framework': {
    title: '프레임워크에 들어 있는 접근 규칙({what})',
    why: '프레임워크의 필터와 애너테이션은 가져갈 수 없습니다. 문서로 남기지 않은 규칙도 함께 사라집니다.',
    instead: '하나라도 옮기기 전에 오퍼레이션별로 규칙을 적고 테스트를 하나씩 만드세요.',
  },
  agents: {
    title: '라이브러리가 만드는 메트릭과 트레이스({what})',
    why: '메트릭과 트레이스를 내보내는 라이브러리는 자체 상태와 연결을 유지합니다. 호스트는 표준 오류를 수집하고 요청을 측정합니다.',
    instead:
      '표준 오류에 JSON 한 줄씩 로그를 남기고 추적은 호스트에 맡기세요. 대시보드도 바뀝니다.',
  },
  'jvm-monolith': {
    title: 'JVM 위에 얽혀 있는 객체 매핑과 메시지 컨슈머',
    why: '요청과 메시지가 같은 객체를 바꿉니다. 한쪽을 떼어 내려면 모델부터 나누어야 합니다.',
    instead: '먼저 지금 언어로 서비스를 나누세요. 그런 다음 상태가 없는 부분이 남는지 살펴보세요.',
  },
  large: {
    title: '규모가 큼: 프레임워크에 묶인 곳 {count}개',
    why: '이 정도 규모를 다시 작성하는 비용은, 작아지는 이미지와 빨라지는 시작으로 얻는 이득보다 큽니다.',
    instead: '자주 바뀌거나 트래픽이 몰리는 조각만 옮기고, 나머지는 그대로 두세요.',
  },
};
