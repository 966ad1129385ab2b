import type { data as english } from '../../en/rules/data.ts';

export const data: typeof english = {
  'host-database': {
    title: 'Spin이 연결해 주는 데이터베이스 사용({what})',
    why: '기존 드라이버가 여는 연결을 컴포넌트는 열 수 없습니다. Spin은 SQL과 파라미터를 받는 인터페이스를 제공하고 연결도 직접 관리합니다.',
    instead:
      '쿼리를 Spin의 인터페이스에 맞춰 작성하세요. 다른 호스트에서는 데이터베이스 앞에 HTTP API를 두세요.',
  },
  'embedded-database': {
    title: '프로세스에 내장된 데이터베이스({what})',
    why: '컴포넌트에는 이를 실행할 JVM이 없고, 메모리는 요청과 함께 사라집니다.',
    instead: '운영 환경과 같은 데이터베이스를 사용하세요.',
  },
  'http-database': {
    title: 'HTTP로 쓰는 데이터 저장소({what})',
    why: '클라이언트 라이브러리는 Node, JVM, Python용이지만, 요청 자체는 fetch로 보낼 수 있습니다.',
    instead: '엔드포인트에 필요한 요청만 fetch로 보내고, 저장소가 요구하면 서명하세요.',
  },
  'other-database': {
    title: '호스트 인터페이스가 없는 데이터베이스 사용({what})',
    why: 'Spin, wasmCloud, wasmtime 모두 컴포넌트에 연결 방법을 제공하지 않으며, 드라이버도 컴포넌트 안에서 실행되지 않습니다.',
    instead:
      '데이터베이스를 다루는 코드는 컨테이너에 두고, 컴포넌트가 호출할 작은 HTTP API를 앞에 두세요.',
  },
  orm: {
    title: '객체와 테이블 매핑({what}, {count}곳)',
    why: 'ORM은 드라이버, 리플렉션이나 생성된 코드, 데이터베이스 세션 위에서 동작하는데, 컴포넌트에는 그중 아무것도 없습니다.',
    instead:
      'ORM으로 데이터를 저장하는 작업은 컨테이너에 두고, SQL 한두 문장이면 되는 조회를 옮기세요.',
  },
  transactions: {
    title: '여러 문장에 걸친 트랜잭션({count}곳)',
    why: '호스트 인터페이스는 한 번에 한 문장씩 받으며, 다음 문장까지 같은 연결을 쓴다고 보장하지 않습니다.',
    instead: '해당 작업은 컨테이너에 두거나, 문장 하나 또는 저장 프로시저 하나로 바꾸세요.',
  },
  redis: {
    title: 'Redis 사용',
    why: 'npm, JVM, Python용 클라이언트는 소켓을 엽니다. Spin은 Redis를 호스트 인터페이스로 제공합니다.',
    instead:
      'Spin에서는 fermyon:spin/redis@2.0.0을 호출하세요. wasmtime과 wasmCloud에서는 Redis 앞에 HTTP API가 필요합니다.',
  },
  'local-state': {
    title: '프로세스 안에 보관하는 상태({count}곳)',
    why: 'WASI 0.2 호스트는 요청마다 새 인스턴스를 만듭니다. 한 요청이 메모리에 남긴 것을 다음 요청은 볼 수 없습니다.',
    instead:
      '공유해야 하는 것은 Redis나 호스트의 키-값 저장소에 두고, 나머지는 다시 계산하거나 빌드할 때 넣으세요.',
  },
  memcached: {
    title: 'Memcached 사용',
    why: '이를 위한 인터페이스를 제공하는 호스트가 없습니다.',
    instead: 'Redis나 호스트의 키-값 저장소를 쓰거나, 캐시를 쓰는 작업을 기존 서비스에 두세요.',
  },
  sessions: {
    title: '서버에 저장하는 세션({what})',
    why: '메모리의 세션은 요청과 함께 사라지며, 세션 라이브러리는 프레임워크에 묶여 있습니다.',
    instead: '서명한 토큰을 쓰거나, 세션을 Redis에 두고 쿠키로 읽으세요.',
  },
  'file-writes': {
    title: '파일 쓰기({count}곳)',
    why: '컴포넌트는 매니페스트가 허용한 파일을 읽을 수 있습니다. 쓰기가 허용되더라도 쓴 내용은 인스턴스와 함께 사라집니다.',
    instead: '파일은 HTTPS로 오브젝트 스토리지에 보내거나, 업로드를 컨테이너에 두세요.',
  },
  volumes: {
    title: '볼륨 사용({count}개)',
    why: '여러 인스턴스가 함께 쓸 수 있는 볼륨을 마운트해 주는 호스트가 없습니다.',
    instead:
      '무엇이 그 볼륨에 쓰는지 확인하세요. 자체 데이터베이스라면 컨테이너로 남겨 두면 됩니다.',
  },
  'object-store': {
    title: '오브젝트 스토리지 사용({what})',
    why: '공급사 SDK는 Node, JVM, Python용이지만, 그 뒤의 서비스는 서명한 HTTP 요청을 받습니다.',
    instead: 'fetch와 WebCrypto로 요청에 서명해 보내거나, 서명된 URL을 컨테이너에서 발급하세요.',
  },
};
