import { expect, test } from 'vitest';
import { sentencesOf } from './sentences.ts';

const textsOf = (text: string) => sentencesOf(text, []).map(({ range }) => text.slice(...range));

test('a sentence that the page broke into lines is one, a heading is one of its own', () => {
  const first = '项目组在窑头部署了十六路高温相机，并把分解炉温度与喂料量联动控制，煤耗下降。';
  const broken = `${first.slice(0, 18)}\n${first.slice(18, 36)}\n${first.slice(36)}`;
  expect(textsOf(`一、建设的主要内容\n${broken}`)).toEqual(['一、建设的主要内容', broken]);
});

test('short ones join the next, headings do not, endless ones are cut', () => {
  expect(textsOf('好。平台沉淀了四十二个机理模型。')).toEqual(['好。平台沉淀了四十二个机理模型。']);
  expect(textsOf('第一章\n平台沉淀了四十二个机理模型。')).toEqual(['平台沉淀了四十二个机理模型。']);
  expect(textsOf('口'.repeat(1000)).map((text) => text.length)).toEqual([240, 240, 240, 240, 40]);
});
