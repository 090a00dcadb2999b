import { data, type RouterContextProvider } from 'react-router';
import { parseFinnishNumber } from '#kernel/finnish-numbers.ts';
import type { Refusal, Result } from '#kernel/result.ts';
import type { Services } from '#server/services.ts';
import { formatOf } from '../i18n/format.ts';
import { translatorOf } from '../i18n/server.ts';
import {
  type FormResult,
  formValues,
  type Issue,
  invalid,
  redirectWith,
  refused,
  type SentForm,
} from '../page.ts';
import type { Suggestion } from '../ui/index.ts';
import type { MappingPlace } from './place.ts';

/** What a form of the mapping gets back: also what was meant, when a typed word fits many things. */
export type MappingResult = FormResult & { readonly choices?: readonly Suggestion[] | undefined };

type Done = Result<unknown, Refusal>;
type Sending = { readonly place: MappingPlace; readonly sent: SentForm; readonly services: Services };

/** The value of the choice "in my own words". */
export const ownWordsChoice = 'own-words';

/** Does what a form of the mapping page asks: its `part` says what it is about. */
export async function actOnMapping(
  context: Readonly<RouterContextProvider>,
  request: Request,
  place: MappingPlace,
) {
  const sent = await formValues(context, request);
  const { services } = place.given;
  const sending = { place, sent, services };
  const part = sent.text('part');
  const handler = handlers[part];
  if (handler === undefined) return invalid(sent, [{ path: '', code: 'invalid' }]);
  const outcome = await handler(sending);
  if ('answer' in outcome) return outcome.answer;
  const { done, field, to = place.here, key = 'skills:saved' } = outcome;
  if (!done.ok) return refused(sent, sayWho(done.error, field, place));
  return redirectWith(context, to, { kind: 'success', key });
}

type Outcome =
  | { readonly done: Done; readonly field?: string; readonly to?: string; readonly key?: string }
  | { readonly answer: ReturnType<typeof invalid> };

const handlers: Readonly<Record<string, (sending: Sending) => Promise<Outcome>>> = {
  skill: saveSkill,
  occupation: saveOccupation,
  language: saveLanguage,
  licence: saveLicence,
  wish: saveWish,
  'travel-area': saveTravelArea,
  complete: async ({ place, services }) => ({
    done: await services.skills.completeMapping({ clientId: place.clientId }),
    key: 'skills:completed-now',
  }),
  undo: async ({ place, sent, services }) => ({
    done: await services.skills.undo({ clientId: place.clientId, actId: sent.text('actId') }),
    key: 'skills:undone',
  }),
};

async function saveSkill({ place, sent, services }: Sending): Promise<Outcome> {
  const { clientId } = place;
  const id = sent.text('id');
  if (sent.intent === 'remove') {
    const done = await services.skills.removeSkill({ clientId, subject: id, seen: sent.text('seen') });
    return { done, key: 'skills:removed' };
  }
  const text = sent.text('skill');
  let uri = sent.text('uri');
  let ownWords = sent.text('ownWords');
  if (id === '') {
    if (text === '') return { answer: invalid(sent, [{ path: 'skill', code: 'required' }]) };
    const sureOfOwn = uri === ownWordsChoice && sent.text('asked') === text;
    if (uri === ownWordsChoice || (uri !== '' && sent.text('asked') !== '' && sent.text('asked') !== text))
      uri = '';
    if (uri === '' && !sureOfOwn) {
      const choices = await choicesFor(services, text, 'skill');
      if (choices.length > 0) {
        const own = { id: ownWordsChoice, label: wordsIn(place, 'skills:keep-own-words', { text }) };
        return { answer: askWhich(sent, [...choices, own]) };
      }
    }
    ownWords = uri === '' ? text : '';
  }
  const done = await services.skills.saveSkill({
    clientId,
    ...(id === '' ? {} : { id, seen: sent.text('seen') }),
    skill: {
      ...(uri === '' ? {} : { uri }),
      ...(ownWords === '' ? {} : { ownWords }),
      level: Number(sent.text('level')) as 1,
      evidence: sent.text('evidence') as 'work',
      ...(sent.text('evidenceNote') === '' ? {} : { evidenceNote: sent.text('evidenceNote') }),
    },
  });
  return {
    done: inner(done),
    field: id === '' ? 'skill' : '',
    key: id === '' ? 'skills:added' : 'skills:saved',
  };
}

async function saveOccupation({ place, sent, services }: Sending): Promise<Outcome> {
  const { clientId } = place;
  const known = sent.text('known');
  if (sent.intent === 'remove') {
    const done = await services.skills.removeOccupation({
      clientId,
      subject: known,
      seen: sent.text('seen'),
    });
    return { done, key: 'skills:removed' };
  }
  const text = sent.text('occupation');
  const years = parseFinnishNumber(sent.text('years'));
  const issues: Issue[] = [];
  if (known === '' && text === '') issues.push({ path: 'occupation', code: 'required' });
  if (!years.ok)
    issues.push({ path: 'years', code: sent.text('years') === '' ? 'required' : 'not-a-number' });
  let uri = known || sent.text('uri');
  if (known === '' && sent.text('asked') !== '' && sent.text('asked') !== text) uri = '';
  if (uri === '' && text !== '') {
    const choices = await choicesFor(services, text, 'occupation');
    if (choices.length > 0) return { answer: askWhich(sent, choices, issues) };
    issues.push({ path: 'occupation', code: 'no-such-occupation' });
  }
  if (issues.length > 0 || !years.ok) return { answer: invalid(sent, issues) };
  const done = await services.skills.saveOccupation({
    clientId,
    occupation: { uri, years: years.value },
    ...(known === '' ? {} : { seen: sent.text('seen') }),
  });
  return {
    done: inner(done),
    field: known === '' ? 'occupation' : 'years',
    ...(known === ''
      ? { to: `${place.here}/occupation?ammatti=${encodeURIComponent(uri)}`, key: 'skills:added' }
      : {}),
  };
}

async function saveLanguage({ place, sent, services }: Sending): Promise<Outcome> {
  const { clientId } = place;
  const known = sent.text('known');
  if (sent.intent === 'remove') {
    const done = await services.skills.removeLanguage({ clientId, subject: known, seen: sent.text('seen') });
    return { done, key: 'skills:removed' };
  }
  const language = known || sent.text('language');
  const level = sent.text('cefr');
  const issues: Issue[] = [];
  if (language === '') issues.push({ path: 'language', code: 'choose-one' });
  if (level === '') issues.push({ path: 'cefr', code: 'choose-one' });
  if (issues.length > 0) return { answer: invalid(sent, issues) };
  const native = level === 'native';
  const done = await services.skills.saveLanguage({
    clientId,
    language: { language, cefr: native ? 'C2' : (level as 'A1'), native },
    ...(known === '' ? {} : { seen: sent.text('seen') }),
  });
  return {
    done: inner(done),
    field: known === '' ? 'language' : 'cefr',
    key: known === '' ? 'skills:added' : 'skills:saved',
  };
}

async function saveLicence({ place, sent, services }: Sending): Promise<Outcome> {
  const { clientId } = place;
  const known = sent.text('known');
  if (sent.intent === 'remove') {
    const done = await services.skills.removeLicence({ clientId, subject: known, seen: sent.text('seen') });
    return { done, key: 'skills:removed' };
  }
  const code = known || sent.text('code');
  if (code === '') return { answer: invalid(sent, [{ path: 'code', code: 'choose-one' }]) };
  const done = await services.skills.saveLicence({
    clientId,
    licence: { code, ...(sent.text('validTo') === '' ? {} : { validTo: sent.text('validTo') }) },
    ...(known === '' ? {} : { seen: sent.text('seen') }),
  });
  return {
    done: inner(done),
    field: known === '' ? 'code' : 'validTo',
    key: known === '' ? 'skills:added' : 'skills:saved',
  };
}

async function saveWish({ place, sent, services }: Sending): Promise<Outcome> {
  const text = sent.text('occupation');
  let uri = sent.text('uri');
  if (text === '' || (sent.text('asked') !== '' && sent.text('asked') !== text)) uri = '';
  if (text !== '' && uri === '') {
    const choices = await choicesFor(services, text, 'occupation');
    return {
      answer:
        choices.length > 0
          ? askWhich(sent, choices)
          : invalid(sent, [{ path: 'occupation', code: 'no-such-occupation' }]),
    };
  }
  const done = await services.skills.saveWish({
    clientId: place.clientId,
    wish: {
      occupationUris: [...sent.list('occupationUris'), ...(uri === '' ? [] : [uri])],
      workingTimes: sent.list('workingTimes') as 'day'[],
      ...(sent.text('earliestStart') === '' ? {} : { earliestStart: sent.text('earliestStart') }),
      ...(sent.text('note') === '' ? {} : { note: sent.text('note') }),
    },
    ...(sent.text('seen') === '' ? {} : { seen: sent.text('seen') }),
  });
  return { done: inner(done) };
}

async function saveTravelArea({ place, sent, services }: Sending): Promise<Outcome> {
  const done = await services.skills.saveTravelArea({
    clientId: place.clientId,
    travelArea: { codes: [...sent.list('area'), ...sent.list('near'), ...sent.list('other')] },
    ...(sent.text('seen') === '' ? {} : { seen: sent.text('seen') }),
  });
  return { done };
}

/** Issues of a part's own form are named by its last step: `skill.level` is the field `level`. */
function inner<R extends Done>(done: R): Done {
  if (done.ok || done.error.code !== 'invalid-input') return done;
  const issues = (done.error.details?.issues ?? []) as readonly Issue[];
  const last = (path: string) => path.split('.').find((step, at) => at > 0 && !/^\d+$/.test(step)) ?? path;
  return {
    ok: false,
    error: { ...done.error, details: { issues: issues.map((one) => ({ ...one, path: last(one.path) })) } },
  };
}

async function choicesFor(
  services: Services,
  text: string,
  kind: 'skill' | 'occupation',
): Promise<Suggestion[]> {
  const found = await services.vocabulary.search({ text, kinds: [kind], limit: 8 });
  if (!found.ok) return [];
  return found.value.hits.map(({ uri, name, matched }) => ({
    id: uri,
    label: name,
    detail: matched === name ? undefined : matched,
  }));
}

/** Shows the form again with what the typed word may mean. */
function askWhich(sent: SentForm, choices: readonly Suggestion[], issues: readonly Issue[] = []) {
  const result: MappingResult = {
    form: sent.form,
    values: { ...sent.values, uri: '' },
    issues: [...issues, { path: 'uri', code: 'choose-one' }],
    choices,
  };
  return data(result, { status: 422 });
}

/** A conflict says who changed the thing and when, when that is known. */
function sayWho(refusal: Refusal, field: string | undefined, { given }: MappingPlace): Refusal {
  const { author, at } = (refusal.details ?? {}) as { author?: string; at?: string };
  const named = { ...refusal, ...(refusal.field === undefined && field ? { field } : {}) };
  if (refusal.code !== 'changed-meanwhile' || !author || !at) return named;
  return {
    ...named,
    code: 'changed-meanwhile-by',
    details: { author, at: formatOf(given.language).instant(at) },
  };
}

function wordsIn({ given }: MappingPlace, key: string, places: Record<string, string>): string {
  return String(translatorOf(given.language).t(key, places));
}
