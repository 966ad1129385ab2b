import { GO_FROM, STAY_BELOW } from '../../fit/thresholds.ts';
import type { verdict as english } from '../en/verdict.ts';
import { withParticle } from '../korean.ts';

export const verdict: typeof english = {
  outcomes: { go: '옮기세요', partial: '일부만 옮기세요', stay: '컨테이너에 그대로 두세요' },
  names: { 'kafka-listener': 'Kafka 리스너', 'rabbit-listener': 'RabbitMQ 리스너' },
  namesAndMore: (names, more) => `${names} 외 ${more}개`,
  because: {
    go: `점수가 ${GO_FROM}점 이상이고, 남겨 두어야 할 것이 발견되지 않았습니다.`,
    stay: `점수가 ${STAY_BELOW}점 미만입니다. 옮길 수 있는 엔드포인트보다 옮기기 어려운 이유가 더 큽니다.`,
    partial: '남겨 두어야 할 것은 발견되지 않았지만, 옮기기 전에 고쳐야 할 부분이 많습니다.',
    partialBut: (titles) => `엔드포인트는 옮길 수 있지만 다음은 옮길 수 없습니다: ${titles}.`,
    parts: (names) =>
      `전체를 하나로 보면 그대로 두는 편이 낫지만, 다음 서비스는 옮길 수 있습니다: ${names}.`,
    nothingServes:
      'HTTP 요청에 응답하는 부분이 발견되지 않았습니다. 라우트도, 함수도, OpenAPI 문서도 없습니다.',
  },
  effort: {
    endpoints: (n) => `엔드포인트 ${n}개`,
    annotations: (n) => `프레임워크가 관리하는 클래스 ${n}개`,
    drivers: (n) => `드라이버 ${n}종`,
    queries: (n) => `쿼리 또는 객체 매핑 ${n}곳`,
    transactions: (n) => `트랜잭션 ${n}곳`,
    threads: (n) => `스레드를 쓰는 곳 ${n}곳`,
    consumers: (n) => `메시지 컨슈머 ${n}개`,
    schedules: (n) => `스케줄 작업 ${n}개`,
  },
  next: {
    unread: (language, where) =>
      `코드가 ${withParticle(language, '으로/로')} 작성되어 있는데(${where}), 이 언어의 소스는 읽지 않습니다. OpenAPI 문서를 폴더에 넣으면 그 문서를 보고 판단합니다.`,
    listens: (where) =>
      `포트를 열고 있지만(${where}) 라우트를 읽을 수 없었습니다. OpenAPI 문서를 폴더에 넣거나 소스 코드가 있는 폴더를 지정하세요.`,
    keep: (titles) => `컨테이너를 유지하고, 다음이 달라지면 다시 진단하세요: ${titles}.`,
    fromDocument: (file) => `폴더에 있는 문서(${file})로 프로젝트를 만드세요.`,
    saveDocument: (where) =>
      `서비스가 제공하는 OpenAPI 문서(${where})를 저장한 뒤 --from으로 넘기세요.`,
    firstEndpoints: '첫 엔드포인트로 시험해 보세요.',
  },
};
