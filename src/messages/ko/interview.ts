import type { interview as english } from '../en/interview.ts';

export const interview: typeof english = {
  anotherPath: '다른 파일',
  details: (shown) => `더 바꿀 것이 있나요? (${shown})`,
  yes: '예',
  no: '아니요',
  none: '없음',
  theFolder: '폴더 이름',
  places: (first, more) => (more === 0 ? first : `${first} 외 ${more}곳`),
  document: (file, operations) => `${file}, 오퍼레이션 ${operations}개`,
  found: (what, value, shownBy) => `서비스 파일에서 찾은 값: ${what} ${value} (${shownBy})`,
  goesOn: (score) =>
    `판정은 컨테이너에 그대로 두라는 것이지만(100점 만점에 ${score}점) 계속 진행합니다.`,
  goOn: '판정은 컨테이너에 그대로 두라는 것입니다. 그래도 프로젝트를 만들까요?',
};
