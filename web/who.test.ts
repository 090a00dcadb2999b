import { expect, test } from 'vitest';
import { formatOf } from './i18n/format.ts';
import { choiceOf, companySuggestion, personSuggestion, projectSuggestion, userSuggestion } from './who.ts';

const words = {
  t: (key: string, places?: Readonly<Record<string, unknown>>) => `${key} ${places?.year ?? ''}`.trim(),
  format: formatOf('fi'),
  language: 'fi',
} as const;

test('two of one name are told apart wherever one of them is chosen', () => {
  const user = (accountId: string, role: string, fi: string) =>
    userSuggestion({ accountId, name: 'Matti Virtanen', roles: [{ role, organisation: { fi } }] }, words);
  const person = (clientId: string, birthYear: number) =>
    personSuggestion({ clientId, name: 'Virtanen Matti', birthYear, municipality: 'Mikkeli' }, words);
  const company = (id: string, municipality: string, businessId: string) =>
    companySuggestion({ id, name: 'Kuljetus Virtanen Oy', municipality, businessId });
  const project = (projectId: string, state: string, numbers: string[]) =>
    projectSuggestion({ projectId, name: 'Palvelupolut', state, numbers }, words);
  for (const [one, other] of [
    [project('1', 'rejected', []), project('2', 'applied', [])],
    [project('1', 'running', ['S30001']), project('2', 'running', ['S30002'])],
    [user('1', 'expert', 'Mikkelin kaupunki'), user('2', 'expert', 'Juvan kunta')],
    [person('1', 1984), person('2', 1991)],
    [company('1', 'Juva', '1234567-1'), company('2', 'Juva', '7654321-2')],
  ] as const) {
    expect(one.label).toBe(other.label);
    expect(choiceOf(one).label).not.toBe(choiceOf(other).label);
  }
  expect(person('1', 1984).detail).toBe('common:people-born 1984, Mikkeli');
  expect(personSuggestion({ clientId: '3', name: 'Suojattu Sanna' }, words).detail).toBe('');
});
