import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { languages } from '#kernel/localised.ts';
import { longestSearch } from '#kernel/typed-text.ts';
import { modules } from '#server/modules.ts';
import { type AnyUseCase, faceOf } from '#server/services.ts';
import type { InputField } from '#use-case';
import { declaredForms, type UseCaseForm } from '#web/forms/define.ts';
import { formFields, labelKey, wordsOf } from '#web/forms/form-fields.server.ts';
import { join as joinInput, readersOf } from '#web/forms/meanwhile.server.ts';
import { sentenceOf } from '#web/forms/sentences.server.ts';
import { readInput } from '#web/forms/values.server.ts';
import type { SentForm } from '#web/page.ts';

const root = join(import.meta.dirname, '../..');

const useCases = Object.entries(modules).flatMap(([room, all]) =>
  Object.entries(all as Record<string, AnyUseCase>).map(([key, useCase]) => ({ room, key, useCase })),
);

/** Inputs of every wrong kind, so that each check of a schema speaks. */
function wrongInputs(fields: readonly InputField[]): object[] {
  const values: unknown[] = [
    undefined,
    '',
    ' ',
    'x',
    'ä'.repeat(300_000),
    -1,
    1.5,
    1e15,
    true,
    null,
    [],
    ['x'],
    [''],
    {},
    [{}],
  ];
  return values.map((value) => {
    const input: Record<string, unknown> = {};
    for (const { name } of fields) {
      const [outer = '', inner] = name.split('.');
      if (inner === undefined) input[outer] = value;
      else input[outer] = { ...(input[outer] as object | undefined), [inner]: value };
    }
    return input;
  });
}

/** Said by nobody: general sentences that leave one to guess, a code, an empty place. */
const empty =
  /Tarkista tämä kohta|Kontrollera denna punkt|^Check this|””|“”|\{\{|undefined|^[a-z]+(-[a-z]+)+$/;

describe('every error that a use case can give has a sentence', () => {
  it.each(useCases.map(({ room, key, useCase }) => [`${room}.${key}`, useCase] as const))(
    '%s',
    (name, useCase) => {
      const [room = '', key = ''] = name.split('.');
      const face = faceOf(useCase);
      const known = face.fields();
      const form = {
        useCase: name,
        room,
        key,
        id: key,
        texts: room,
        fields: Object.fromEntries(known.map((field) => [field.name, {}])),
        hidden: [],
        fixed: [],
        given: {},
        act: 'common:save',
      } as unknown as UseCaseForm;
      const fields = formFields(form, face);
      const found = new Map<string, { path: string; code: string; details?: object | undefined }>();
      for (const input of wrongInputs(known))
        for (const issue of face.issues(input)) found.set(`${issue.path} ${issue.code}`, issue);
      for (const code of useCase.refusals) {
        found.set(` ${code}`, { path: '', code });
        for (const { name: path } of known) found.set(`${path} ${code}`, { path, code });
      }
      for (const language of languages) {
        const words = wordsOf(form, language);
        for (const issue of found.values()) {
          const said = sentenceOf(form, fields, words, issue as never);
          expect(said.text, `${issue.path} ${issue.code} in ${language}`).not.toMatch(empty);
          const own = ['refusals:', 'errors:field.', 'form-words:'].some(
            (start) => words.find(`${start}${issue.code}`) ?? words.find(`${start}${issue.code}.any`),
          );
          expect(own, `${issue.code} has no sentence`).toBe(true);
          expect(said.text.length, `${issue.path} ${issue.code} in ${language}`).toBeGreaterThan(7);
        }
      }
    },
  );
});

describe('every form that is declared', () => {
  beforeAll(async () => {
    const files = ['src/modules', 'src/pages', 'web'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\./.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name))
        .filter((file) => /\bdefineForm\(\s*'/.test(readFileSync(file, 'utf8'))),
    );
    for (const file of files) await import(file);
  });

  const each = () =>
    declaredForms.map((form) => {
      const useCase = (modules as unknown as Record<string, Record<string, AnyUseCase>>)[form.room]?.[
        form.key
      ];
      if (useCase === undefined) throw new Error(`There is no use case ${form.useCase}`);
      const face = faceOf(useCase);
      return { form, face, fields: formFields(form, face) };
    });

  it('asks or adds all that its use case needs, and nothing else', () => {
    expect(declaredForms.length).toBeGreaterThan(5);
    const wrong = each().flatMap(({ form, face, fields }) => {
      const told = new Set([...fields.map(({ name }) => name), ...form.fixed]);
      const pinned = (name: string) =>
        name
          .split('.')
          .reduce<unknown>(
            (value, step) => (value as Record<string, unknown> | undefined)?.[step],
            form.given,
          ) !== undefined;
      const above = (name: string) => [...told].some((other) => name.startsWith(`${other}.`));
      const missing = face
        .fields(form.given)
        // the parts of something that is left out whole are not asked
        .filter(
          ({ name }) =>
            !name.includes('.') || [...told].some((other) => other.split('.')[0] === name.split('.')[0]),
        )
        .filter(({ name, needed }) => needed && !told.has(name) && !above(name) && !pinned(name))
        .map(({ name }) => `${form.useCase} (${form.id}) lacks ${name}`);
      const strange = fields
        .filter(
          ({ kind, options }) => kind === 'other' && options.read === undefined && options.as !== 'file',
        )
        .map(({ name }) => `${form.useCase} (${form.id}) cannot read ${name}`);
      return [...missing, ...strange];
    });
    expect(wrong).toEqual([]);
  });

  it('sent empty tells what is wrong beside a field that stands on it', async () => {
    const wrong: string[] = [];
    for (const { form, face, fields } of each()) {
      const empty = { ...readersOf({}), files: () => [] } as unknown as SentForm;
      const { input, issues } = await readInput(fields, empty, '2026-12-01');
      joinInput(input, form.given);
      // What may be absent in a part that the form asks of is not missed by itself: a rule of two fields has spoken.
      const given = [...form.fixed, ...form.hidden].filter(
        (name) =>
          !name.includes('.') ||
          face.fields(form.given).find((field) => field.name === name)?.needed !== false,
      );
      const isGiven = (path: string) =>
        given.some((name) => path === name || path.startsWith(`${name}.`) || name.startsWith(`${path}.`));
      const words = wordsOf(form, 'en');
      for (const issue of [...issues, ...face.issues(input)]) {
        if (isGiven(issue.path)) continue;
        const { text } = sentenceOf(form, fields, words, issue as never);
        if (text === words.find('form-words:whole'))
          wrong.push(`${form.useCase} (${form.id}): ${issue.path} ${issue.code}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each(languages)('has its words in %s', (language) => {
    const missing = each().flatMap(({ form, fields }) => {
      const words = wordsOf(form, language);
      const lacks = (key: string) =>
        words.find(key) === undefined ? [`${form.useCase} (${form.id}): ${key}`] : [];
      return [
        ...lacks(form.act),
        ...fields
          .filter(({ options }) => options.as !== 'hidden')
          .flatMap((field) => [
            ...lacks(labelKey(form, field.name, field.options, words)),
            ...(typeof field.options.help === 'string' ? lacks(field.options.help) : []),
            ...(field.options.empty === undefined ? [] : lacks(field.options.empty)),
            ...(field.kind === 'rows' ? (field.inner ?? []) : [])
              .filter(({ options }) => options.as !== 'hidden')
              .flatMap((inner) => lacks(labelKey(form, inner.name, inner.options, words))),
          ]),
      ];
    });
    expect(missing).toEqual([]);
  });

  it.each(languages)('begins its labels with a capital in %s', (language) => {
    const small = each().flatMap(({ form, fields }) => {
      const words = wordsOf(form, language);
      return fields
        .filter(({ options }) => options.as !== 'hidden')
        .map((field) => [field.name, words.find(labelKey(form, field.name, field.options, words)) ?? ''])
        .filter(([, label = '']) => /^\p{Ll}/u.test(label))
        .map(([name, label]) => `${form.useCase} (${form.id}): ${name} “${label}”`);
    });
    expect(small).toEqual([]);
  });
});

describe('what a typed name may mean', () => {
  it.each([
    ['governance', 'findOfficials', 'words'],
    ['companies', 'searchCompanies', 'search'],
    ['vocabulary', 'search', 'text'],
  ])('%s.%s looks for as long a text as a form lets through', (room, key, field) => {
    const useCase = (modules as unknown as Record<string, Record<string, AnyUseCase>>)[room]![key]!;
    const about = (text: string) =>
      faceOf(useCase)
        .issues({ [field]: text })
        .filter(({ path }) => path === field);
    expect(about('ä'.repeat(longestSearch))).toEqual([]);
  });
});
