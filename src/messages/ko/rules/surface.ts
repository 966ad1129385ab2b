import type { surface as english } from '../../en/rules/surface.ts';

export const surface: typeof english = {
  websockets: {
    title: 'WebSocket 제공({what})',
    why: 'wasi:http에는 WebSocket이 없고 호스트도 받아 주지 않습니다. 연결이 어떤 인스턴스보다도 오래 살아 있습니다.',
    instead:
      'WebSocket 서버는 컨테이너에 그대로 두세요. 보낼 내용은 컴포넌트가 HTTP로 알려 주면 됩니다.',
  },
  pages: {
    title: '서버에서 페이지 렌더링({what})',
    why: '템플릿 엔진은 파일 시스템과 프레임워크에 묶여 있고, 폼과 세션도 여기에 딸려 있습니다.',
    instead: '페이지는 그대로 두거나, 먼저 JSON API와 정적 프런트엔드로 나누세요.',
  },
  grpc: {
    title: 'gRPC 제공 또는 호출',
    why: 'gRPC에는 트레일러를 쓰는 HTTP/2가 필요합니다. JavaScript 컴포넌트용 라이브러리가 없고, wasmtime serve는 HTTP/1만 처리합니다.',
    instead:
      '게이트웨이에서 JSON으로 변환해 HTTP로 제공하거나, 이 컴포넌트만 Go나 Rust로 작성하세요.',
  },
  graphql: {
    title: 'GraphQL 제공',
    why: '모든 요청이 한 엔드포인트로 들어와 나눌 경계가 없습니다. 순수 JavaScript 라이브러리는 동작하지만 인터프리터로 실행됩니다.',
    instead:
      '루트 필드를 기준으로 나누세요. HTTP만 호출하는 리졸버를 옮기고 스키마는 게이트웨이에서 합치세요.',
  },
  soap: {
    title: 'SOAP 사용',
    why: '메시지를 만들고 읽는 프레임워크를 가져갈 수 없어, XML을 직접 다루는 일만 남습니다.',
    instead: 'SOAP은 컨테이너에 두고 그 앞에 JSON 엔드포인트를 만드세요.',
  },
  'socket-server': {
    title: '자체 소켓 서버 운영({what})',
    why: '호스트가 JavaScript 컴포넌트에 주는 것은 HTTP 요청뿐이며, 수신 소켓은 주지 않습니다.',
    instead: '수신부는 그대로 두세요. 계산하는 부분은 컴포넌트로 만들어 HTTP로 호출할 수 있습니다.',
  },
  'socket-client': {
    title: '직접 여는 소켓 연결({count}곳)',
    why: 'JavaScript 컴포넌트에는 fetch만 있고 소켓이 없습니다. 소켓 위의 TLS는 아직 초안입니다.',
    instead: '클라이언트는 컨테이너에 두고 HTTP 엔드포인트로 감싸세요.',
  },
  streams: {
    title: '스트리밍 응답({what})',
    why: '본문은 wasi:http로 스트리밍할 수 있습니다. 다만 그동안 인스턴스가 살아 있어야 하는데, 엣지 호스트는 이를 끊습니다(Akamai Functions는 30초).',
    instead: '금방 끝나는 스트림만 옮기고, 계속 열려 있는 스트림은 컨테이너에 두세요.',
  },
  mail: {
    title: '메일 발송({what})',
    why: 'SMTP는 TLS를 쓰는 소켓 프로토콜인데, JavaScript 컴포넌트에는 소켓이 없습니다.',
    instead: '메일 서비스의 HTTP API로 보내거나, 컨테이너의 엔드포인트를 거쳐 보내세요.',
  },
  directory: {
    title: '디렉터리 서비스 조회({what})',
    why: 'LDAP은 소켓 프로토콜이며, 이를 위한 인터페이스를 제공하는 호스트가 없습니다.',
    instead: 'LDAP은 ID 공급자 뒤에 두고, 조회 결과를 토큰으로 받으세요.',
  },
};
