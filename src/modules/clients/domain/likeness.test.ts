import { describe, expect, it } from 'vitest';
import { mayBeSame } from './likeness.ts';

const aino = { given: 'Aino Maria', family: 'Virtanen', birthDate: '1990-03-04' };

describe('two people may be one', () => {
  it.each([
    ['the same in another order', { given: 'Virtanen', family: 'Aino', birthDate: '1990-03-04' }],
    ['a new family name', { given: 'Aino', family: 'Mäkelä', birthDate: '1990-03-04' }],
    ['one name only', { given: '', family: 'aino', birthDate: '1990-03-04' }],
    ['a slip of the pen', { given: 'Eino', family: 'Virtannen', birthDate: '1990-03-04' }],
    ['day and month changed', { given: 'Aino Maria', family: 'Virtanen', birthDate: '1990-04-03' }],
    ['another year of the same day', { given: 'Maria Aino', family: 'VIRTANEN', birthDate: '1909-03-04' }],
    ['some days off', { given: 'Aino Maria', family: 'Virtanen', birthDate: '1990-03-14' }],
  ])('%s', (_, other) => {
    expect(mayBeSame(aino, other)).toBe(true);
    expect(mayBeSame(other, aino)).toBe(true);
  });

  it('marks of letters do not hide anybody', () => {
    const ayse = { given: 'Ayşe', family: 'Çelik', birthDate: '1988-01-01' };
    expect(mayBeSame(ayse, { given: 'Ayse', family: 'Celik', birthDate: '1988-01-01' })).toBe(true);
  });

  it.each([
    ['a namesake of another age', { given: 'Aino Maria', family: 'Virtanen', birthDate: '1971-08-20' }],
    ['somebody born on the same day', { given: 'Pekka', family: 'Korhonen', birthDate: '1990-03-04' }],
    ['a relative', { given: 'Eero', family: 'Virtanen', birthDate: '1990-05-20' }],
  ])('%s is somebody else', (_, other) => {
    expect(mayBeSame(aino, other)).toBe(false);
  });
});
