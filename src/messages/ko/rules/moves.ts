import type { moves as english } from '../../en/rules/moves.ts';

export const moves: typeof english = {
  'http-endpoints': {
    title: 'HTTP 요청에 응답하는 서비스',
    why: 'wasi:http 컴포넌트는 요청을 받아 응답을 돌려줍니다. 하는 일이 그뿐이라면 설계를 바꾸지 않고 옮길 수 있습니다.',
    instead: '요청을 읽고 JSON으로 응답하는 엔드포인트부터, 타입을 공유하는 것끼리 묶어 옮기세요.',
  },
  functions: {
    title: '이미 함수 단위로 배포됨({count}개)',
    why: '요청과 함께 시작하고 끝나는 함수는 컴포넌트 인스턴스와 수명이 같습니다.',
    instead: 'HTTP로 호출되는 함수를 옮기고, 큐와 스케줄러가 호출하는 함수는 그대로 두세요.',
  },
  'api-described': {
    title: 'OpenAPI로 기술된 인터페이스({what})',
    why: '문서에서 컴포넌트의 타입과 검증 코드, 테스트를 만들어 냅니다.',
    instead:
      '문서를 --from으로 생성기에 넘기세요. 라이브러리가 실행 중에 만드는 문서라면 먼저 파일로 저장하세요.',
  },
  javascript: {
    title: '이미 JavaScript 또는 TypeScript로 작성됨',
    why: '계산, 검증, 변환 함수는 그대로 복사할 수 있습니다. Node 내장 모듈과 npm 드라이버는 가져갈 수 없습니다.',
    instead: '순수 함수를 테스트와 함께 복사하고, Node와 드라이버를 import하는 부분만 바꾸세요.',
  },
  'token-checks': {
    title: '토큰으로 요청 인증({what})',
    why: '토큰은 세션 없이 요청과 키만으로 검증하므로 엣지에 잘 맞습니다. 엔진에 WebCrypto가 있지만, 일부 버전은 RSA 키를 가져올 때 트랩이 발생합니다.',
    instead: '쓰고 있는 키로 서명 검증부터 시험하세요. RSA라면 무엇보다 먼저 확인하세요.',
  },
  'http-calls': {
    title: '다른 서비스를 HTTP로 호출({what})',
    why: 'HTTP 호출은 모든 호스트가 지원하는 fetch로 나갑니다.',
    instead: '호출을 fetch로 작성하고, 허용할 호스트를 매니페스트에 하나씩 적으세요.',
  },
  webhooks: {
    title: '웹훅 수신({count}개)',
    why: '웹훅은 드물게 몰려서 들어오므로, 그 사이에는 아무것도 떠 있을 필요가 없습니다.',
    instead: '웹훅을 첫 조각으로 옮기세요. 같은 요청을 두 번 보내 결과를 비교하기 쉽습니다.',
  },
};
