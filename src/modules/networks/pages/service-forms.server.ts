import { serviceChannels } from '#codes/networks';
import { compareTexts } from '#kernel/letters.ts';
import type { PageData } from '#web/context.ts';
import { defineForm, showForm } from '#web/forms/index.server.ts';
import type { OpenedService } from './opened.ts';
import { plainWords } from './words.ts';

const words = {
  'names.fi': { label: 'name-in.fi', help: 'name-help', optional: false },
  'names.sv': { label: 'name-in.sv' },
  'names.en': { label: 'name-in.en' },
  'summary.fi': { label: 'summary-in.fi', rows: 3 },
  'summary.sv': { label: 'summary-in.sv', rows: 3 },
  'summary.en': { label: 'summary-in.en', rows: 3 },
} as const;
const kind = {
  groups: { label: 'column.group' },
  targetGroups: { label: 'target-group', words: 'projects:group.' },
  production: { label: 'production-name', help: 'production-help', words: 'production.' },
} as const;

export const adding = defineForm('networks.addService', {
  id: 'service',
  texts: 'services',
  fields: {
    ...words,
    ...kind,
    responsibleId: { label: 'role.responsible', empty: 'not-known-yet', width: 'l' },
    source: { width: 'l' },
    from: { help: false },
  },
});

export const changing = defineForm('networks.changeService', {
  id: 'service',
  texts: 'services',
  fixed: ['serviceId'],
  fields: {
    ...words,
    groups: { ...kind.groups, optional: false },
    targetGroups: { ...kind.targetGroups, optional: false },
    production: { ...kind.production, optional: false },
    source: { width: 'l' },
    from: { optional: false },
  },
});

/** What a provider, who keeps the words alone, is not asked. */
const wholeOnly = ['groups', 'targetGroups', 'production', 'from'] as const;

const places = { as: 'ticks', inline: true } as const;

export const placing = defineForm('networks.setServicePlaces', {
  id: 'service-places',
  texts: 'services',
  fixed: ['serviceId'],
  fields: {
    'places.on-site': { ...places, label: 'channel.on-site' },
    'places.phone': { ...places, label: 'channel.phone' },
    'places.remote': { ...places, label: 'channel.remote' },
    from: {},
  },
});

export const joining = defineForm('networks.addServiceRole', {
  id: 'add-provider',
  texts: 'services',
  fixed: ['serviceId'],
  fields: {
    organisationId: { label: 'organisation', empty: 'choose', width: 'l' },
    role: { label: 'role-name' },
    from: { help: false },
  },
  act: 'add-provider',
});
export const leaving = defineForm('networks.endServiceRole', {
  id: 'end-role',
  texts: 'services',
  fixed: ['serviceId'],
  hidden: ['roleId'],
  fields: { lastDay: {} },
  act: 'end-role-act',
});

export const ending = defineForm('networks.endService', {
  id: 'end',
  texts: 'services',
  fixed: ['serviceId'],
  fields: { lastDay: {} },
  act: 'end-act',
});

/** In which municipalities a service is given now, as its form has it. */
export const placesOf = ({ service, on }: OpenedService) => ({
  places: Object.fromEntries(
    serviceChannels.map((channel) => [
      channel,
      service.places.filter((place) => place.channel === channel).map((place) => place.municipalityCode),
    ]),
  ),
  from: on,
});

/** The forms of a service that its viewer may use: its words, where it is given, who gives it, and its end. */
export function formsOf(
  context: Parameters<typeof showForm>[0],
  opened: OpenedService,
  {
    language,
    wholly,
    municipalities,
  }: {
    readonly language: PageData['language'];
    readonly wholly: boolean;
    readonly municipalities: readonly { readonly code: string; readonly name: string }[];
  },
) {
  const { service, on, groups, organisations, actions } = opened;
  const given = service.places.map((place) => place.municipalityCode);
  const served = municipalities
    .filter(({ code }) => opened.municipalities.includes(code) || given.includes(code))
    .map(({ code, name }) => ({ value: code, label: name }));
  const organisationId = organisations
    .map((organisation) => ({
      value: organisation.organisationId,
      label: plainWords(organisation.names, language),
    }))
    .toSorted((a, b) => compareTexts(a.label, b.label));
  return {
    edit: actions.word
      ? showForm(context, changing, {
          values: { ...service, from: on },
          choices: { groups: groups.map(({ code, name }) => ({ value: code, label: name })) },
          without: wholly ? [] : wholeOnly,
        })
      : undefined,
    places: actions.change
      ? showForm(context, placing, {
          values: placesOf(opened),
          choices: { 'places.on-site': served, 'places.phone': served, 'places.remote': served },
        })
      : undefined,
    join: actions.change
      ? showForm(context, joining, {
          initial: { role: 'responsible', from: on },
          choices: { organisationId },
        })
      : undefined,
    leave: actions.change ? showForm(context, leaving, { initial: { lastDay: on } }) : undefined,
    end: actions.change ? showForm(context, ending, { initial: { lastDay: on } }) : undefined,
  };
}
