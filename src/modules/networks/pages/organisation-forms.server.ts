import type { RouterContextProvider } from 'react-router';
import { inLanguage } from '#kernel/in-language.ts';
import type { networks } from '#networks';
import type { OutputOf } from '#use-case';
import { defineForm, showForm, submission, submitForms } from '#web/forms/index.server.ts';
import { formatOf } from '#web/i18n/format.ts';
import { orThrow, page } from '#web/page.ts';

const fields = {
  'names.fi': { label: 'name-in.fi', optional: false },
  'names.sv': { label: 'name-in.sv' },
  'names.en': { label: 'name-in.en' },
  kind: { as: 'select', label: 'kind-name', empty: 'choose' },
  businessId: { help: 'business-id-help', width: 'm' },
  municipalityCode: { as: 'select', label: 'municipality', empty: 'no-municipality' },
} as const;

export const registering = defineForm('networks.registerOrganisation', {
  id: 'organisation',
  texts: 'organisations',
  fields: { ...fields, from: {} },
  act: 'register-act',
});
export const changing = defineForm('networks.changeOrganisation', {
  id: 'organisation',
  texts: 'organisations',
  fixed: ['organisationId'],
  fields,
});
const ending = defineForm('networks.endOrganisation', {
  id: 'end',
  texts: 'organisations',
  fixed: ['organisationId'],
  fields: {
    lastDay: { optional: false },
    successorId: { as: 'select', label: 'successor', empty: 'no-successor', width: 'l' },
  },
  act: 'end-act',
});
const goingOn = defineForm('networks.continueOrganisation', {
  id: 'continue',
  texts: 'organisations',
  fixed: ['organisationId'],
  act: 'continue-act',
});
const person = defineForm('networks.addContactPerson', {
  id: 'person',
  texts: 'organisations',
  fixed: ['organisationId'],
  fields: { name: { label: 'person-name' }, task: {}, phone: {}, email: {}, from: { label: 'person-from' } },
  act: 'person-act',
});
const personEnd = defineForm('networks.endContactPerson', {
  id: 'person-end',
  texts: 'organisations',
  fixed: ['organisationId'],
  hidden: ['contactId'],
  fields: { lastDay: {} },
  act: 'person-end-act',
});

const serving = defineForm('networks.setServedMunicipalities', {
  id: 'served',
  texts: 'organisations',
  fixed: ['organisationId'],
  fields: {
    served: { as: 'ticks', inline: true, optional: true },
    another: { as: 'select', label: 'served-another', empty: 'served-no-other' },
    from: { label: 'served-from' },
  },
});

type Context = Readonly<RouterContextProvider>;

/** Municipalities to choose a home from. */
export async function municipalityChoices(context: Context) {
  const municipalities = orThrow(await page(context).services.areas.municipalities({}));
  return municipalities.map(({ code, name }) => ({ value: code, label: name }));
}

/** The forms of an organisation's page that the viewer may send. */
export function organisationForms(
  context: Context,
  {
    actions,
    others,
    served,
    servedByAny,
    municipalityCode,
    today,
  }: OutputOf<(typeof networks)['openOrganisation']>,
  municipalities: readonly { readonly code: string; readonly name: string }[],
) {
  const { language } = page(context);
  const { compare } = formatOf(language);
  if (!actions.keep) return undefined;
  const near = new Set([...served, ...servedByAny, municipalityCode]);
  const named = (isNear: boolean) =>
    municipalities
      .filter(({ code }) => near.has(code) === isNear)
      .map(({ code, name }) => ({ value: code, label: name }));
  return {
    end: showForm(context, ending, {
      initial: { lastDay: today },
      choices: {
        successorId: others
          .map(({ id, names }) => ({ value: id, label: inLanguage(names, language).text }))
          .sort((a, b) => compare(a.label, b.label)),
      },
    }),
    served: showForm(context, serving, {
      values: { served, from: today },
      choices: { served: named(true), another: named(false) },
    }),
    goOn: actions.goOn ? showForm(context, goingOn) : undefined,
    person: showForm(context, person, { initial: { from: today } }),
    personEnd: showForm(context, personEnd, { initial: { lastDay: today } }),
  };
}

/** Does what a form of an organisation's page asks. */
export function submitOrganisationForm(
  given: { readonly context: Context; readonly request: Request },
  organisationId: string,
) {
  const at = (place: string, say: string) => ({
    to: `/organisations/${organisationId}#${place}`,
    say: `organisations:${say}`,
  });
  const fixed = { organisationId };
  const { networks } = page(given.context).services;
  return submitForms(
    given,
    submission({ form: ending, fixed, done: at('facts', 'ended') }),
    submission({
      form: serving,
      fixed,
      current: async () => {
        const { served, today } = orThrow(await networks.openOrganisation({ organisationId }));
        return { served, from: today };
      },
      done: at('facts', 'served-saved'),
    }),
    submission({ form: goingOn, fixed, done: at('facts', 'continued') }),
    submission({ form: person, fixed, done: at('people', 'person-added') }),
    submission({ form: personEnd, fixed, done: at('people', 'person-ended') }),
  );
}
