import type { AnswerKey } from '../../questions/question.ts';
import type { QuestionWords } from '../questions.ts';

/** Every question in Korean. One that is missing is a compile error; choices are compared by a test. */
export const questions: Readonly<Record<AnswerKey, QuestionWords>> = {
  service: {
    name: '서비스 폴더',
    message: '지금 운영 중인 서비스의 폴더(읽지 않으려면 none):',
  },
  origin: {
    name: '현재 서비스',
    message: '지금 서비스는 무엇으로 실행되나요?',
    choices: {
      'spring-boot': 'Spring Boot',
      express: 'Express 또는 다른 Node.js 프레임워크',
      fastapi: 'FastAPI 또는 다른 Python 프레임워크',
      go: 'Go',
      other: '그 밖의 것',
      nothing: '없음: 새로 만드는 서비스',
    },
  },
  interface: {
    name: '인터페이스',
    message: '인터페이스는 어디에서 가져올까요?',
    choices: {
      openapi: 'OpenAPI 문서',
      operations: '직접 입력하는 오퍼레이션(예: GET /orders/{id})',
      none: '아직 없음: 작은 엣지 함수에서 시작',
    },
  },
  from: { name: '문서', message: 'OpenAPI 문서의 경로:' },
  operations: { name: '오퍼레이션', message: '오퍼레이션(쉼표로 구분):' },
  name: { name: '이름', message: '프로젝트 이름:' },
  components: {
    name: '컴포넌트',
    message: '컴포넌트 하나 대신, 다음 컴포넌트로 이루어진 앱을 만들까요?',
  },
  lang: { name: '언어', message: 'MIGRATION.md의 언어:', choices: { en: 'English', ko: '한국어' } },
  language: {
    name: '프로그래밍 언어',
    message: '프로그래밍 언어:',
    choices: { ts: 'TypeScript', js: 'JavaScript(편집기용 타입 포함)' },
  },
  needs: {
    name: '호스트 기능',
    message: '호스트의 어떤 기능이 필요한가요?',
    choices: {
      kv: '키-값 저장소',
      sqlite: 'SQLite 데이터베이스',
      postgres: 'Postgres 데이터베이스',
      mysql: 'MySQL 또는 MariaDB 데이터베이스',
      redis: 'Redis 서버',
      'redis-trigger': 'HTTP 요청과 함께 받을 Redis 채널의 메시지',
      variables: '설정 변수와 시크릿',
      files: '읽거나 제공할 정적 파일',
      'wasi-keyvalue': '초안(draft) wasi:keyvalue로 쓰는 키-값 저장소(바뀔 수 있음)',
      'wasi-config': '초안(draft) wasi:config로 읽는 변수(바뀔 수 있음)',
    },
  },
  outbound: {
    name: '외부 서버',
    message: '호출할 서버의 URL(쉼표로 구분, 없으면 비워 두세요):',
  },
  description: { name: '설명', message: '설명:' },
  namespace: { name: '네임스페이스', message: 'WIT 네임스페이스(조직 이름):' },
  version: { name: '버전', message: '버전:' },
  basePath: {
    name: '기본 경로',
    message: '모든 라우트의 기본 경로(없으면 비워 두세요):',
  },
  stubs: {
    name: '작성 전 응답',
    message: '오퍼레이션을 작성하기 전에는 무엇으로 응답할까요?',
    choices: {
      none: '501 Not Implemented',
      examples: '문서의 예시(응답 헤더로 표시)',
    },
  },
  keyValueStores: {
    name: '키-값 저장소 레이블',
    message: '키-값 저장소의 레이블(쉼표로 구분, default만 쓰려면 비워 두세요):',
  },
  sqliteDatabases: {
    name: 'SQLite 데이터베이스 레이블',
    message: 'SQLite 데이터베이스의 레이블(쉼표로 구분, default만 쓰려면 비워 두세요):',
  },
  variables: {
    name: '변수',
    message: '설정 변수(예: log_level=info, 쉼표로 구분, 없으면 비워 두세요):',
  },
  secrets: {
    name: '시크릿',
    message: '시크릿의 이름(예: api_key, 쉼표로 구분, 없으면 비워 두세요):',
  },
  packageManager: {
    name: '패키지 매니저',
    message: '패키지 매니저:',
    choices: { npm: 'npm', pnpm: 'pnpm', yarn: 'Yarn', bun: 'Bun' },
  },
  git: { name: 'Git 저장소', message: 'Git 저장소로 만들까요?' },
  install: { name: '의존성 설치', message: '의존성을 지금 설치할까요?' },
};
