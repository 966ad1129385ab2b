import type { boundaries as english } from '../en/boundaries.ts';
import { withParticle } from '../korean.ts';

const percent = (share: number) => `${Math.round(share * 100)}%`;

export const boundaries: typeof english = {
  title: '컴포넌트 경계',
  divided: (components, crossing) =>
    `컴포넌트 ${components}개로 나눌 수 있습니다. 엔드포인트 사이의 연결 가운데 ${percent(crossing)}가 경계를 넘습니다.`,
  whole: {
    small: (endpoints, least) =>
      `나누지 않고 컴포넌트 하나로 둡니다. 상태 확인용을 뺀 엔드포인트가 ${endpoints}개이며, ${least}개보다 적으면 나눠서 얻는 것보다 빌드와 배포에 드는 비용이 큽니다.`,
    'one-group':
      '나누지 않고 컴포넌트 하나로 둡니다. 엔드포인트가 모두 한 가지 일을 다루며, 쓸 만한 크기로 나눌 기준이 없습니다.',
    lopsided: (share) =>
      `나누지 않고 컴포넌트 하나로 둡니다. 엔드포인트의 ${percent(share)}가 한데 묶이고 나머지는 따로 두기에 너무 적습니다.`,
    scattered: (share) =>
      `나누지 않고 컴포넌트 하나로 둡니다. 엔드포인트의 ${percent(share)}가 서로 관련이 없어, 묶이는 쪽이 오히려 예외입니다.`,
    entangled: (crossing) =>
      `나누지 않고 컴포넌트 하나로 둡니다. 나누면 엔드포인트 사이의 연결 가운데 ${percent(crossing)}가 경계를 넘습니다.`,
  },
  columns: {
    component: '컴포넌트',
    endpoints: '엔드포인트',
    routes: '경로',
    own: '고유 타입',
    shared: '공유 타입',
    state: '저장 대상',
    needs: '요구',
    cohesion: '응집도',
  },
  line: (endpoints, routes, own, shared, cohesion) =>
    `엔드포인트 ${endpoints}개, 경로 ${routes}, 타입은 고유 ${own}개와 공유 ${shared}개, 응집도 ${cohesion}`,
  pair: (a, b, coupling) => `${a}, ${b} (결합도 ${coupling})`,
  types: (names, count, all) => `타입 ${all}개 중 ${count}개를 함께 사용: ${names}`,
  state: (names) => `같은 곳에 저장: ${names}`,
  tags: (names) => `같은 태그: ${names}`,
  modules: (names) => `같은 모듈: ${names}`,
  paths: (names) => `같은 경로 아래: ${names}`,
  reference: (from, to, by) => `${from}에서 ${by} 값으로 ${withParticle(to, '을/를')} 가리킴`,
  none: (traits) => `공통점 없음: ${traits}`,
  traits: { types: '타입', state: '테이블', tags: '태그', modules: '모듈', paths: '경로 접두사' },
  names: (names, more) => (more === 0 ? names : `${names} 외 ${more}개`),
  next: (names) => `제안한 컴포넌트로 앱을 만듭니다. 이름을 적으면 일부만 만듭니다: ${names}.`,
  cuts: '경계를 넘는 것:',
  worlds: '각 컴포넌트의 world와 다른 컴포넌트가 요청하는 것:',
  wiring: (asks, asked) =>
    `다른 컴포넌트의 인터페이스를 import한 world는 합성할 수 있는 범위를 보여 줄 뿐이고, 실제로 생성하는 world에는 넣지 않습니다. 컴포넌트 사이의 호출은 그대로 HTTP를 씁니다. ${asks}의 allowed_outbound_hosts에 주소를 적으면 http://${asked}.spin.internal로 호출할 수 있습니다. 호출을 받는 컴포넌트가 호스트에 아무것도 요구하지 않는다면 함수 호출로 바꿀 수 있습니다. Spin은 [component.${asks}.dependencies]로 합성하며, 자체 자원이나 권한이 있는 의존 컴포넌트는 거부합니다.`,
  asks: (others) => `${others}에서 요청하는 것`,
  how: (smallest) =>
    `방법: 경로, 컬렉션, 리소스가 같은 엔드포인트는 떼어 놓지 않습니다. 두 리소스는 공통점으로 연결되며 기준마다 가중치가 있습니다. 연결이 0.5 이상이면 가장 강한 것부터 합치고, 엔드포인트가 ${smallest}개보다 적은 부분은 가장 가까운 쪽에 합칩니다. 작고 어디에도 연결되지 않은 것은 general로 모으거나 가장 큰 쪽에 둡니다. 응집도는 컴포넌트 안에 머무는 연결의 비율이고, 결합도는 두 컴포넌트 사이 연결의 평균입니다.`,
  criteria: {
    tag: '문서에서 두 리소스의 태그가 같음',
    module: '소스의 같은 패키지, 폴더 또는 파일이 응답함',
    state: '같은 엔티티나 토픽에 데이터를 둠',
    path: '경로가 같은 리소스로 시작함(태그가 다르면 절반만 반영)',
    types: '같은 타입을 주고받음(그 타입을 쓰는 리소스가 적을수록 크게 반영)',
  },
};
