import { expect, test } from 'vitest';
import { sourceWords } from './source.ts';

const t = (_key: string, places?: Readonly<Record<string, unknown>>) => `rivi ${places?.line}`;

test.each([
  ['003:119', 'rivi 119'],
  ['003:44-48', 'rivi 44–48'],
  ['003:184, 003:185', 'rivi 184, 185'],
  ['003:87; Act 383/2023', 'Act 383/2023'],
  ['Palvelupolut 2.0 (003:101, 003:107, 003:149–150)', 'Palvelupolut 2.0'],
  ['Polun oma toimintatapa (COM-02; 001:23): vastaamaton näkyy', 'Polun oma toimintatapa: vastaamaton näkyy'],
  ['SKI-12', ''],
  ['rakennerahastot.fi 2021–2027; VNa 866/2021', 'rakennerahastot.fi 2021–2027; VNa 866/2021'],
  ['laki 380/2023, 30 §', 'laki 380/2023, 30 §'],
  [undefined, ''],
])('%s is told as “%s”', (source, words) => {
  expect(sourceWords(t, source)).toBe(words);
});
