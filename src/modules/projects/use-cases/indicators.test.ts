import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cellOf } from './indicators.ts';

const source = { kind: 'entered', name: 'Luettelo' } as const;

it.each(['henkilöä', 'osallistujaa', 'persons', 'deltagare', 'työtöntä', 'asiakasta', 'hlö', 'nuorta', ''])(
  'a count of persons (%s) that somebody entered shows no number under five',
  (unit) => {
    fc.assert(
      fc.property(fc.nat({ max: 200 }), (value) => {
        const cell = cellOf({ kind: 'output', unit, source }, value, '2026-11-20');
        expect(cell).toEqual(value === 0 || value >= 5 ? { kind: 'number', value } : { kind: 'hidden' });
      }),
    );
  },
);

it('companies, per cent and pieces are told as they are', () => {
  for (const unit of ['yritystä', '%', 'kpl', 'pistettä', 'tuntia', 'companies', 'avtal'])
    expect(cellOf({ kind: 'output', unit, source }, 2, '2026-11-20')).toEqual({ kind: 'number', value: 2 });
});

it('what a fact says it counts decides, whatever the unit is called', () => {
  const counted = { kind: 'fact', fact: 'employed' } as const;
  expect(cellOf({ kind: 'result', unit: 'kpl', source: counted }, 3, '2026-11-20')).toEqual({
    kind: 'hidden',
  });
});
