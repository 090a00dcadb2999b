import { expect, test } from 'vitest';
import { z } from 'zod';
import { WebAddress } from '#kernel/field-kinds.ts';
import { optional } from '#kernel/inputs.ts';
import { fieldsOf, issuesOf } from '#use-case';
import { defineForm, type FieldOptions } from './define.ts';
import { wordsOf } from './form-fields.server.ts';
import { sentenceOf } from './sentences.server.ts';
import type { FormField } from './values.server.ts';

const Input = z.object({
  web: optional(WebAddress),
  municipalityCode: z.string().regex(/^\d{3}$/, 'required'),
  licences: z.array(z.string()).max(2),
  kind: z.enum(['training']),
  hours: z.int(),
});
const options: Readonly<Record<string, FieldOptions>> = {
  municipalityCode: { as: 'select', label: 'companies:municipality' },
  licences: { label: 'vacancies:licences' },
  kind: { as: 'select', label: 'companies:action-kind' },
};
const form = defineForm('companies.registerCompany', { id: 'company' });
const fields: FormField[] = fieldsOf(Input).map((field) => ({
  ...field,
  options: options[field.name] ?? {},
  inner: undefined,
}));

const said = (input: object, language: 'fi' | 'sv' | 'en' = 'fi') => {
  const parsed = Input.safeParse({
    web: '',
    municipalityCode: '491',
    licences: [],
    kind: 'training',
    hours: 1,
    ...input,
  });
  return issuesOf(parsed.error!, input).map(
    (raw) => sentenceOf(form, fields, wordsOf(form, language), raw).summary,
  );
};

test('the sentence of a confirmation that a refusal asks for stands by itself', () => {
  const asking = defineForm('outreach.ask', { id: 'ask' });
  const confirmed: FormField[] = fieldsOf(z.object({ confirmed: z.boolean().default(false) })).map(
    (field) => ({
      ...field,
      options: { label: 'outreach:ask-confirm', asked: true },
      inner: undefined,
    }),
  );
  const raw = { path: 'confirmed', code: 'personal-data-unconfirmed', details: { found: 'masennus' } };
  expect(sentenceOf(asking, confirmed, wordsOf(asking, 'fi'), raw).summary).toMatch(
    /^Tekstissä on tämä: masennus\./,
  );
});

test.each([
  ['a web address typed wrongly', { web: 'a b' }, /Verkkosivu”: kirjoita verkko-osoite/],
  ['nothing chosen from a list', { municipalityCode: '' }, /^Valitse: Kunta\.$/],
  ['something else than the list has', { municipalityCode: 'zzz' }, /^Valitse: Kunta\.$/],
  ['too many chosen', { licences: ['a', 'b', 'c'] }, /”Luvat ja kortit”: enintään 2 mahtuu/],
  ['a label that asks', { kind: 'zzz' }, /^Valitse: Mitä tehtiin\?$/],
  ['no whole number', { hours: 'monta' }, /kokonaisluku numeroin, esimerkiksi 12\.$/],
])('the sentence of an error names its field and says what to do: %s', (_, input, sentence) => {
  const found = said(input);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(sentence);
});

test('an error under a month names the month, and a missing file is chosen', () => {
  const one = (input: z.ZodType, name: string, given: FieldOptions) =>
    fieldsOf(z.object({ [name]: input })).map((field) => ({
      ...field,
      options: given,
      inner: field.rows?.map((inner) => ({ ...inner, options: {} })),
    }));
  const told = one(z.record(z.string(), z.int()), 'told', { kind: 'euros', label: 'projects:open.months' });
  const words = wordsOf(form, 'en');
  const about = (path: string) =>
    sentenceOf(form, told, words, { path: `told.${path}`, code: 'not-euros' }).summary;
  expect(about('2026-07-01')).toContain(': 7/2026”');
  expect(about('2026-07-01')).not.toBe(about('2026-08-01'));
  const file = one(z.instanceof(Uint8Array), 'bytes', { as: 'file', label: 'accounts:import.title' });
  expect(sentenceOf(form, file, words, { path: 'bytes', code: 'required' }).summary).toMatch(
    /^Choose a file: /,
  );
});
