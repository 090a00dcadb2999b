import { expect, test, vi } from 'vitest';
import { makeTranslator } from './translator.ts';

const texts = {
  common: { save: 'Tallenna' },
  needs: {
    title: 'Tarpeet: {{place}}',
    left_zero: 'Ei jäljellä',
    left_one: '{{count}} jäljellä',
    left_other: '{{count}} jäljellä, {{place}}',
    'state.open': 'Avoin',
  },
};
const { t, has, in: inside, add } = makeTranslator('fi', texts);

test.each([
  ['save', {}, 'Tallenna'],
  ['needs:title', { place: 'Juva' }, 'Tarpeet: Juva'],
  ['needs:title', {}, 'Tarpeet: '],
  ['needs:left', { count: 0 }, 'Ei jäljellä'],
  ['needs:left', { count: 1 }, '1 jäljellä'],
  ['needs:left', { count: 2, place: '<b>&' }, '2 jäljellä, <b>&'],
  ['needs:left', { count: 1.5, place: '$&' }, '1.5 jäljellä, $&'],
  ['needs:state.open', {}, 'Avoin'],
])('%s with %j is %s', (key, places, text) => {
  expect(t(key, places)).toBe(text);
  expect(has(key)).toBe(true);
});

test('a namespace of its own, another by a colon, and one learned later', () => {
  expect(inside('needs')('state.open')).toBe('Avoin');
  expect(inside('needs')('common:save')).toBe('Tallenna');
  add('common', { cancel: 'Peru' });
  expect(t('cancel') + t('save')).toBe('PeruTallenna');
});

test('a text that is not there is its key, and is complained of', () => {
  const complaint = vi.spyOn(console, 'error').mockImplementation(() => {});
  expect(t('needs:nothing')).toBe('needs:nothing');
  expect(complaint).toHaveBeenCalledOnce();
  complaint.mockRestore();
  expect(has('needs:nothing')).toBe(false);
});
