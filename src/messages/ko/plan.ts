import type { plan as english } from '../en/plan.ts';
import { withParticle } from '../korean.ts';

export const plan: typeof english = {
  title: (name) => `${withParticle(name, '을/를')} WebAssembly 컴포넌트로 옮기는 계획`,
  againstTheVerdict:
    '판정과 달리 프로젝트를 만들었습니다. 아래는 서비스의 한 조각만 조심스럽게 시험하는 방법이며, 이어지는 이유들은 시도하지 말아야 할 것을 알려 줍니다.',
  placesFrom: '파일 위치는 옮길 서비스의 폴더를 기준으로 적었습니다.',
  absence:
    '발견되지 않았다고 해서 없는 것은 아닙니다. 알고 있는 종류의 파일만 읽었고, 아무것도 실행하지 않았습니다.',
  factsAsOf: (day) => `근거 자료는 ${day} 기준입니다.`,
  headings: {
    architecture: '아키텍처',
    today: '현재',
    tomorrow: '이전 후',
    boundaries: '경계',
    phases: '세 단계',
    delivery: '배포',
    numbers: '수치',
  },
  areas: {
    security: '보안',
    data: '데이터',
    io: '입출력',
    observability: '관측성',
    limits: '컴포넌트의 한계',
    rewrite: '새로 작성할 부분',
  },
  obstacles: {
    missing: {
      database: '이 값을 더해 프로젝트를 만든 명령을 다시 실행하면 함수와 권한, 검증이 추가됩니다',
      store:
        '이 중 하나를 더해 프로젝트를 만든 명령을 다시 실행하면 함수와 권한, 검증이 추가됩니다',
    },
    title: '걸림돌과 해결 방법',
    remedies: {
      manifest: '컴포넌트가 접근할 수 있는 대상을 허용합니다. 나머지는 모두 거부됩니다',
      grantCall: '컴포넌트가 호출할 주소를 allowed_outbound_hosts에 적으세요',
      code: '직접 작성할 함수, 오퍼레이션마다 하나',
      call: '필요한 오퍼레이션에서 fetch로 호출하세요',
      unitTests: 'Node에서 바로 실행하는 함수 테스트',
      handler: '코드에서 던진 오류를 500으로 응답하고 스택을 표준 오류에 기록합니다',
      world: '어떤 언어의 컴포넌트든 맞추어 작성할 수 있는 계약',
      database: '호스트 인터페이스로 SQL을 실행하는, 타입이 있는 함수',
      store: '호스트 인터페이스로 키와 값을 다루는, 타입이 있는 함수',
      requests: '빌드한 컴포넌트를 테스트할 때 보내는 요청',
    },
  },
  diagram: {
    today: (name) => `${name}의 현재 구조`,
    tomorrow: (name) => `${name}의 이전 후 구조`,
    todaySays: (files) =>
      `파일 ${files}개를 읽어 파악한 구조입니다. 저장소 아래에는 발견한 위치를 적었습니다.`,
    tomorrowSays: (host) =>
      `아래 세 단계를 마친 뒤 ${host}에서의 구조입니다. 점선은 마지막 단계에서 사라집니다.`,
    callers: '호출하는 쪽',
    entrance: '진입점',
    services: '서비스',
    uses: '사용하는 자원',
    clients: '클라이언트',
    clock: '스케줄',
    gateway: '게이트웨이, 경로별 분할',
    component: '컴포넌트',
    stays: '컨테이너, 남는 부분',
    untilTheEnd: '컨테이너, 마지막 단계까지',
    messages: '메시지',
    endpoints: (n) => `엔드포인트 ${n}개`,
  },
  phases: {
    lead: '기존 서비스는 마지막 단계까지 계속 실행됩니다. 엔드포인트를 한 묶음씩 옮기며, 모든 단계는 되돌릴 수 있습니다.',
    exit: '다음 단계로 넘어가는 조건:',
    traffic: '트래픽:',
    rollback: '롤백:',
    share: (weight) => `요청 100건 중 ${weight}건`,
    beside: {
      title: '1단계: 기존 서비스와 나란히 실행하기',
      goal: '컴포넌트가 첫 엔드포인트에 응답합니다. 아직 개발자만 호출합니다.',
      build: '빌드하고 테스트를 실행하세요.',
      write: (operations) => `오퍼레이션 ${operations}개를 작성하세요.`,
      untilThen: {
        none: '작성하기 전에는 501로 응답합니다.',
        examples: '작성하기 전에는 예시로 응답합니다.',
      },
      beginWith: '먼저 작성할 것:',
      start: '기존 서비스와 나란히 실행하세요.',
      compare: '양쪽에 같은 요청을 보내고 차이를 모두 확인하세요.',
      exit: {
        tests: 'CI를 포함하여 테스트가 모두 통과합니다.',
        written: '첫 묶음의 오퍼레이션 중 501이나 예시로 응답하는 것이 없습니다.',
        same: '기록해 둔 요청에 대해 기존 서비스와 컴포넌트의 상태 코드와 본문이 같습니다.',
      },
      rollback: '컴포넌트를 내리면 됩니다. 사용자는 아직 접한 적이 없습니다.',
    },
    split: {
      title: '2단계: 트래픽을 조금씩 늘리기',
      goal: '게이트웨이가 첫 엔드포인트의 요청을 처음에는 조금만 컴포넌트로 보냅니다.',
      publish: '버전을 발행하세요. 워크플로가 빌드, 테스트, 푸시, 서명을 처리합니다.',
      deploy: (host) => `발행한 버전을 ${host}에 배포하세요.`,
      route:
        '게이트웨이에서 첫 경로들의 트래픽을 가중치에 따라 나누세요. 대문자 부분은 직접 채우세요.',
      raise: '가중치를 한 단계씩 올리고, 확신이 설 때까지 각 단계에 머무르세요.',
      columns: { step: '단계', component: '컴포넌트', container: '컨테이너' },
      exit: {
        errors:
          '모든 단계에서, 게이트웨이 로그 기준 컴포넌트의 5xx 비율이 컨테이너보다 높지 않습니다.',
        slow: '모든 단계에서, 같은 로그 기준 느린 응답이 사용자가 받아들일 수 있는 수준을 넘지 않습니다.',
        health: '이전과 같이 응답합니다.',
      },
      traffic: (paths) => `위 표를 따릅니다. 대상 경로: ${paths}.`,
      chosen: '직접 고른 엔드포인트',
      rollback: '컴포넌트의 가중치를 0으로 바꾸고 게이트웨이 설정을 다시 불러오세요.',
      state: {
        shared: '양쪽이 같은 곳에 기록하므로 되돌릴 때 옮길 데이터가 없습니다.',
        apart:
          '컨테이너와 컴포넌트는 서로가 보관한 것을 볼 수 없습니다. 한 사용자는 한쪽으로만 보내거나, 먼저 공유 저장소로 옮기세요.',
      },
    },
    rest: {
      titleAll: '3단계: 나머지를 옮기고 컨테이너 끄기',
      titleSome: '3단계: 나머지를 옮기고 남을 것 정하기',
      goalAll: '모든 엔드포인트를 컴포넌트가 처리하고 컨테이너를 끕니다.',
      goalSome: '옮길 수 있는 것은 모두 옮기고, 작아진 컨테이너는 잘하는 일만 맡습니다.',
      remaining: (n) =>
        `나머지 엔드포인트 ${n}개를 타입을 공유하는 묶음으로 나누어, 묶음마다 1단계와 2단계를 거쳐 옮기세요.`,
      remove: '옮긴 부분을 테스트와 함께 기존 서비스에서 지우세요.',
      exit: {
        quiet: '마지막 릴리스 이후, 옮긴 경로의 요청이 컨테이너로 간 적이 없습니다.',
        off: '가장 긴 작업이나 보고서가 한 번 도는 동안 컨테이너를 꺼 두어도 찾는 사람이 없습니다.',
        kept: '남은 부분의 담당자가 정해져 있고, 컴포넌트는 HTTP로만 이를 호출합니다.',
      },
      trafficSome: '옮긴 것은 모두 컴포넌트로, 남은 것은 지금처럼 컨테이너로 갑니다.',
      rollback: '기존 서비스의 마지막 이미지를 보관하고, 게이트웨이를 다시 그쪽으로 돌리세요.',
      rollbackImage: '이 이미지를 레지스트리에 보관하고, 게이트웨이를 다시 그쪽으로 돌리세요.',
    },
  },
  delivery: {
    registry: {
      ghcr: 'GitHub의 레지스트리인 GHCR에 발행합니다',
      ecr: '지금 AWS에서 실행 중이므로 Amazon ECR에 발행합니다',
    },
    steps: '태그를 푸시하면 설치, 테스트, 빌드를 거쳐 spin registry push로 올립니다.',
    rights: {
      ghcr: '권한은 contents: read, packages: write, id-token: write입니다. 작업 자체의 토큰을 쓰므로 따로 보관할 시크릿이 없습니다.',
      ecr: '권한은 contents: read, id-token: write입니다. OIDC로 역할을 얻으므로 AWS 키를 보관할 필요가 없습니다. 변수 AWS_ROLE_ARN, AWS_REGION, ECR_REPOSITORY를 설정하고 ECR 저장소를 먼저 만드세요.',
    },
    signed: 'cosign이 키 없이 워크플로의 신원으로 다이제스트에 서명합니다.',
    subjects:
      '역할은 subject를 신뢰합니다. 2026-07-15 이후에 만든 저장소에는 ID가 들어가고(repo:OWNER@ID/REPOSITORY@ID:ref:refs/tags/...), 그 전의 저장소에는 없습니다(repo:OWNER/REPOSITORY:ref:refs/tags/...). 해당하는 형식을 신뢰 정책에 적으세요.',
    verify: '배포하기 전에 버전을 검증하려면 다음을 실행하세요.',
  },
  numbers: {
    measured: '이 머신에서 측정한 값',
    cited: '다른 곳에서 발표한 값',
    citedLead: '다른 프로그램을 다른 머신에서 측정해 발표한 값입니다.',
    notMeasured: '아직 측정하지 않았습니다. --no-build 없이 실행하면 측정하여 여기에 기록합니다.',
    measuredOn: (day, machine) => `${day}, ${machine}에서 측정했습니다. 대상 번들`,
    caveat:
      '요청은 Node에서 변환한 컴포넌트에 보냈고, 요청마다 인스턴스를 새로 만들었습니다. 미리 컴파일하는 호스트는 이보다 빠르고, 아직 컴파일하지 않은 호스트의 콜드 스타트는 더 느립니다. 같은 번들로 다시 실행하면 이 수치는 바뀌지 않습니다.',
    rows: {
      size: '컴포넌트',
      gzip: '컴포넌트(gzip)',
      build: '번들과 컴포넌트 생성',
      first: '첫 요청',
      later: (n) => `이후 요청 ${n}건의 중앙값`,
    },
    columns: { what: '항목', value: '측정값', cited: '수치', source: '출처' },
  },
};
