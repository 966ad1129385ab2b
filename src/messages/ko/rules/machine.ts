import type { machine as english } from '../../en/rules/machine.ts';

export const machine: typeof english = {
  'native-modules': {
    title: '네이티브 코드 필요({what})',
    why: '컴포넌트는 WebAssembly로만 이루어지며, 네이티브 라이브러리나 애드온을 불러올 수 없습니다.',
    instead:
      '같은 일을 하는 순수 JavaScript나 WebAssembly를 찾으세요(해시는 WebCrypto). 없다면 해당 엔드포인트는 그대로 두세요.',
  },
  processes: {
    title: '다른 프로그램 실행({what}, {count}곳)',
    why: 'WASI에는 프로세스를 시작하는 방법이 없습니다.',
    instead: '프로그램을 호출하는 부분은 컨테이너에 두고 엔드포인트로 감싸세요.',
  },
  privileges: {
    title: '호스트 머신에 대한 권한 사용({what})',
    why: '컴포넌트에는 명시적으로 준 권한만 있으며, 장치와 호스트 네트워크는 줄 수 없습니다.',
    instead: '머신에 직접 접근하는 부분은 그대로 두세요.',
  },
  memory: {
    title: '컴포넌트의 한도를 넘는 메모리 설정',
    why: '컴포넌트의 메모리는 4 GiB까지입니다. 64비트 메모리는 아직 정식 기능이 아닙니다.',
    instead: '메모리를 많이 쓰는 부분은 두고, 그렇지 않은 응답 처리만 옮기세요.',
  },
};
