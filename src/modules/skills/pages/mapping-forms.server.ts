import type { RouterContextProvider } from 'react-router';
import { conceptsLike } from '#modules/vocabulary/pages/concepts-like.server.ts';
import { defineForm, showForm, submission, submitForms } from '#web/forms/index.server.ts';
import { orThrow, type SentForm } from '#web/page.ts';
import { skillsLike, wordsOf } from './own-words.server.ts';
import type { MappingPlace } from './place.ts';

const fixed = ['clientId', 'seen'] as const;
const skillFields = {
  'skill.evidence': { as: 'select', label: 'evidence-label', words: 'evidence.' },
  'skill.evidenceNote': { as: 'line', label: 'evidence-note', width: 'l' },
} as const;
const years = { label: 'years-label', help: false, width: 's' } as const;
const level = { as: 'select', label: 'cefr-label', help: false, words: 'cefr-long.' } as const;
const validTo = { label: 'valid-to-label' } as const;

const addSkill = defineForm('skills.saveSkill', {
  id: 'add-skill',
  fixed: [...fixed, 'id'],
  fields: {
    'skill.uri': {
      as: 'suggest',
      label: 'skill',
      source: '/vocabulary/search?kind=skill',
      text: 'skill',
      optional: false,
    },
    'skill.level': { words: 'level-name.', label: 'level' },
    ...skillFields,
  },
  act: 'add-skill-act',
});
const skill = defineForm('skills.saveSkill', {
  id: 'skill',
  hidden: ['id'],
  fixed: [...fixed, 'skill.uri'],
  fields: {
    'skill.ownWords': { label: 'own-words', width: 'l', optional: false },
    'skill.level': { as: 'select', words: 'level-name.', label: 'level' },
    ...skillFields,
  },
});
const addOccupation = defineForm('skills.saveOccupation', {
  id: 'add-occupation',
  fixed,
  fields: {
    'occupation.uri': {
      as: 'suggest',
      label: 'occupation',
      source: '/vocabulary/search?kind=occupation',
      text: 'occupation',
    },
    'occupation.years': { ...years, help: 'years-help' },
  },
  act: 'add-occupation-act',
});
const occupation = defineForm('skills.saveOccupation', {
  id: 'occupation',
  hidden: ['occupation.uri'],
  fixed,
  fields: { 'occupation.years': years },
});
const addLanguage = defineForm('skills.saveLanguage', {
  id: 'add-language',
  fixed,
  fields: { language: { as: 'select' }, level: { ...level, help: 'cefr-help' } },
  act: 'add-language-act',
});
const language = defineForm('skills.saveLanguage', {
  id: 'language',
  hidden: ['language'],
  fixed,
  fields: { level },
});
const addLicence = defineForm('skills.saveLicence', {
  id: 'add-licence',
  fixed,
  fields: { 'licence.code': { as: 'select', label: 'licence' }, 'licence.validTo': validTo },
  act: 'add-licence-act',
});
const licence = defineForm('skills.saveLicence', {
  id: 'licence',
  hidden: ['licence.code'],
  fixed,
  fields: { 'licence.validTo': validTo },
});
const wish = defineForm('skills.saveWish', {
  id: 'wish',
  fixed,
  fields: {
    'wish.occupationUris': { as: 'ticks', label: 'wish-occupations' },
    occupation: {
      as: 'suggest',
      label: 'wish-occupation',
      source: '/vocabulary/search?kind=occupation',
      text: 'occupation-name',
    },
    'wish.workingTimes': { label: 'working-times', words: 'time.', optional: true },
    'wish.earliestStart': { label: 'earliest-label' },
    'wish.note': { label: 'wish-note', rows: 3 },
  },
  act: 'save-wish',
});
const travel = defineForm('skills.saveTravelArea', {
  id: 'travel',
  fixed,
  fields: {
    'travelArea.codes': { as: 'ticks', label: 'travel-codes', inline: true, optional: true },
    other: { as: 'select', label: 'travel-other', empty: 'travel-no-other' },
  },
  act: 'save-travel',
});
const removal = { hidden: ['subject', 'seen'], fixed: ['clientId'], act: 'remove' } as const;
const removeSkill = defineForm('skills.removeSkill', { id: 'remove-skill', ...removal });
const removeOccupation = defineForm('skills.removeOccupation', { id: 'remove-occupation', ...removal });
const removeLanguage = defineForm('skills.removeLanguage', { id: 'remove-language', ...removal });
const removeLicence = defineForm('skills.removeLicence', { id: 'remove-licence', ...removal });
const complete = defineForm('skills.completeMapping', {
  id: 'complete',
  fixed: ['clientId'],
  act: 'complete',
});
const undo = defineForm('skills.undo', { id: 'undo', hidden: ['actId'], fixed: ['clientId'], act: 'undo' });

const openMapping = async ({ clientId, given }: MappingPlace) =>
  orThrow(await given.services.skills.openMapping({ clientId }));
type Mapping = Awaited<ReturnType<typeof openMapping>>;

/** The end of a concept's address: names its row. */
const short = (uri: string) => uri.split('/').at(-1) ?? uri;
/** What the forms of each part change, as their inputs name it. */
const rowOf = {
  skill: (row: Mapping['skills'][number]) => ({ skill: row }),
  occupation: (row: Mapping['occupations'][number]) => ({ occupation: row }),
  language: ({ native, cefr }: Mapping['languages'][number]) => ({ level: native ? 'native' : cefr }),
  licence: (row: Mapping['licences'][number]) => ({ licence: row }),
};
const travelOf = ({ travelArea }: Mapping) =>
  travelArea && { travelArea: { codes: travelArea.municipalities.map(({ code }) => code) } };

const named = <One extends { readonly code: string; readonly name: string }>(all: readonly One[]) =>
  all.map(({ code, name }) => ({ value: code, label: name }));

/** The whole mapping with the forms that this viewer may send. */
export async function loadMapping(
  context: Readonly<RouterContextProvider>,
  request: Request,
  place: MappingPlace,
) {
  const { clientId, here, given } = place;
  const mapping = await openMapping(place);
  const { actions, choices, skills, occupations, languages, licences } = mapping;
  const asked = new URL(request.url).searchParams;
  const cursor = asked.get('from') ?? undefined;
  const history = asked.has('history')
    ? orThrow(await given.services.skills.changes({ clientId, cursor }))
    : undefined;
  const evidence = { 'skill.evidence': choices.evidences };
  const rowsOf = <Row>(rows: readonly Row[], name: (row: Row) => string, of: (row: Row) => object) =>
    Object.fromEntries(rows.map((row) => [name(row), of(row)]));
  const without = <One extends { readonly code: string }>(all: readonly One[], there: readonly string[]) =>
    all.filter(({ code }) => !there.includes(code));
  const { area, near, others, ticked } = choices.travel;
  const wished = mapping.wish?.occupations.map(({ uri, words }) => ({ value: uri, label: words.text }));
  const rows = rowsOf(skills, ({ id }) => id, rowOf.skill);
  const forms = {
    ...(actions.skills && {
      addSkill: showForm(context, addSkill, {
        initial: { skill: { evidence: 'own-word' } },
        only: evidence,
      }),
      skill: showForm(context, skill, { rows, only: evidence }),
      assessed: showForm(context, skill, { rows }),
      removeSkill: showForm(context, removeSkill),
      addOccupation: showForm(context, addOccupation),
      occupation: showForm(context, occupation, {
        rows: rowsOf(occupations, ({ uri }) => short(uri), rowOf.occupation),
      }),
      removeOccupation: showForm(context, removeOccupation),
      undo: showForm(context, undo),
    }),
    ...(actions.languages && {
      addLanguage: showForm(context, addLanguage, {
        choices: {
          language: named(
            without(
              choices.languages,
              languages.map((row) => row.language),
            ),
          ),
        },
      }),
      language: showForm(context, language, {
        rows: rowsOf(languages, (row) => row.language, rowOf.language),
      }),
      removeLanguage: showForm(context, removeLanguage),
    }),
    ...(actions.licences && {
      addLicence: showForm(context, addLicence, {
        choices: {
          'licence.code': named(
            without(
              choices.licences,
              licences.map(({ code }) => code),
            ),
          ),
        },
      }),
      licence: showForm(context, licence, { rows: rowsOf(licences, ({ code }) => code, rowOf.licence) }),
      removeLicence: showForm(context, removeLicence),
    }),
    ...(actions.wishes && {
      wish: showForm(context, wish, {
        values: mapping.wish && { wish: mapping.wish },
        choices: { 'wish.occupationUris': wished ?? [] },
        without: wished?.length ? [] : ['wish.occupationUris'],
      }),
    }),
    ...(actions.travelArea && {
      travel: showForm(context, travel, {
        values: travelOf(mapping),
        initial: { travelArea: { codes: ticked } },
        choices: { 'travelArea.codes': named([...area, ...near]), other: named(others) },
      }),
    }),
    ...(actions.complete && { complete: showForm(context, complete) }),
  };
  return { here, mapping, forms, history };
}

/** Does what a form of the mapping page asks. */
export function actOnMapping(
  context: Readonly<RouterContextProvider>,
  request: Request,
  place: MappingPlace,
) {
  const { clientId, here, given } = place;
  const done = (say: string) => ({ to: here, say: `skills:${say}` });
  const the = (name: string, { values }: SentForm) => String(values[name] ?? '');
  const all = { fixed: { clientId }, done: done('added') };
  const removed = { fixed: { clientId }, done: done('removed') };
  const occupations = conceptsLike(given.services, 'occupation');
  /** The row that a form changes, as it is now; the use case refuses when it is no longer that at the moment of saving. */
  const changing = <Row extends { readonly seen: string }>(
    find: (mapping: Mapping, sent: SentForm) => Row | undefined,
    of: (row: Row) => object,
  ) => {
    const now = async (sent: SentForm) => find(await openMapping(place), sent);
    return {
      fixed: { clientId },
      done: done('saved'),
      now,
      current: async (sent: SentForm) => {
        const row = await now(sent);
        return row && of(row);
      },
      prepare: async <I extends object>(input: I, sent: SentForm) => ({
        ...input,
        seen: sent.seen === undefined ? undefined : ((await now(sent))?.seen ?? 'gone'),
      }),
    };
  };
  const ofSkill = changing(
    ({ skills }, sent) => skills.find(({ id }) => id === the('id', sent)),
    rowOf.skill,
  );
  return submitForms(
    { context, request },
    submission({
      form: addSkill,
      ...all,
      suggest: { 'skill.uri': skillsLike(given) },
      prepare: (input, sent) => ({ ...input, skill: wordsOf(input.skill, sent) }),
    }),
    submission({
      form: skill,
      ...ofSkill,
      prepare: async (input, sent) => {
        const { uri, ownWords } = (await ofSkill.now(sent)) ?? {};
        const kept = uri === undefined ? {} : { uri, ownWords };
        return ofSkill.prepare({ ...input, skill: { ...input.skill, ...kept } }, sent);
      },
    }),
    submission({
      form: addOccupation,
      ...all,
      done: (_, { occupation: { uri } }) => ({
        to: `${here}/occupation?occupation=${encodeURIComponent(uri)}`,
        say: 'skills:added',
      }),
      suggest: { 'occupation.uri': occupations },
    }),
    submission({
      form: occupation,
      ...changing(
        (mapping, sent) => mapping.occupations.find(({ uri }) => uri === the('occupation.uri', sent)),
        rowOf.occupation,
      ),
    }),
    submission({ form: addLanguage, ...all }),
    submission({
      form: language,
      ...changing(
        ({ languages }, sent) => languages.find((row) => row.language === the('language', sent)),
        rowOf.language,
      ),
    }),
    submission({ form: addLicence, ...all }),
    submission({
      form: licence,
      ...changing(
        ({ licences }, sent) => licences.find(({ code }) => code === the('licence.code', sent)),
        rowOf.licence,
      ),
    }),
    submission({
      form: wish,
      ...changing(
        (mapping) => mapping.wish,
        (row) => ({ wish: row }),
      ),
      suggest: { occupation: occupations },
    }),
    submission({
      form: travel,
      ...changing(
        (mapping) => mapping.travelArea && { ...mapping.travelArea, ...travelOf(mapping) },
        ({ travelArea }) => ({ travelArea }),
      ),
    }),
    submission({ form: removeSkill, ...removed }),
    submission({ form: removeOccupation, ...removed }),
    submission({ form: removeLanguage, ...removed }),
    submission({ form: removeLicence, ...removed }),
    submission({ form: complete, ...all, done: done('completed-now') }),
    submission({ form: undo, ...all, done: done('undone') }),
  );
}
