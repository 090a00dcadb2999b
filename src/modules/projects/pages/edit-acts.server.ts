import type { RouterContextProvider } from 'react-router';
import type { Services } from '#server/services.ts';
import { defineForm, showForm, submission } from '#web/forms/index.server.ts';
import { translatorOf } from '#web/i18n/server.ts';
import { languages } from '#web/language.ts';
import { orThrow } from '#web/page.ts';
import { type ActPart, anchors } from './edit-parts.ts';
import { kindWords } from './excel.server.ts';
import type { Opened } from './opened.ts';
import { sectionPath } from './sides.ts';

const select = (words: string) => ({ as: 'select', words }) as const;
const line = { as: 'line', width: 'l' } as const;

const actForms = {
  move: defineForm('projects.moveProject', {
    id: 'edit-move',
    fixed: ['projectId'],
    fields: { to: select('state.'), on: {}, note: line, unreadyWhy: { rows: 3, optional: true } },
    act: 'act.move',
  }),
  version: defineForm('projects.savePlanVersion', {
    id: 'edit-version',
    fixed: ['projectId'],
    fields: { why: line },
    act: 'act.keep',
  }),
  file: defineForm('projects.attachFile', {
    id: 'edit-file',
    fixed: ['projectId'],
    fields: { file: { as: 'file', accept: '.pdf,.docx,.xlsx,.png,.jpg,.jpeg,.txt,.csv', optional: false } },
  }),
  realised: defineForm('projects.noteRealised', {
    id: 'edit-realised',
    fixed: ['projectId'],
    fields: {
      month: {},
      kind: select('cost.'),
      label: { ...line, label: 'months.label' },
      amount: {},
      evidence: line,
      sure: {},
    },
  }),
  hours: defineForm('projects.noteHours', {
    id: 'edit-hours',
    fixed: ['projectId'],
    fields: { staffId: {}, month: {}, hours: {} },
  }),
  'report-day': defineForm('projects.setReportDay', {
    id: 'edit-report-day',
    fixed: ['projectId'],
    fields: { reportDueOn: {} },
  }),
  funder: defineForm('projects.setFunder', {
    id: 'edit-funder',
    fixed: ['projectId'],
    fields: { funderId: { width: 'l', empty: 'funder.nobody' } },
  }),
} satisfies Record<ActPart, unknown>;

const sheet = defineForm('projects.importRealised', {
  id: 'sheet',
  fixed: ['projectId', 'kinds'],
  fields: {
    bytes: { as: 'file', bytes: true, accept: '.xlsx,.ods,.csv,text/csv', label: 'sheet.file' },
    sure: { label: 'sheets:sure', help: 'sheets:sure-help' },
  },
  act: 'sheet.take',
});

const removeEntry = defineForm('projects.removeRealisedEntry', {
  id: 'remove-realised',
  fixed: ['projectId', 'entryId'],
  fields: { why: { ...line, label: 'months.remove-why', help: 'months.remove-help' } },
  act: 'months.remove',
});
const acceptEntry = defineForm('projects.acceptRealisedEntry', {
  id: 'accept-realised',
  fixed: ['projectId', 'entryId'],
  act: 'months.accept',
});
const restoreEntry = defineForm('projects.restoreRealisedEntry', {
  id: 'restore-realised',
  fixed: ['projectId', 'entryId'],
  act: 'months.restore',
});

/** The form of an act for its page. */
export async function showAct(
  context: Readonly<RouterContextProvider>,
  services: Services,
  part: ActPart,
  { project, plan, actions, readiness, today }: Opened,
) {
  switch (part) {
    case 'move': {
      const mayGoUnready = actions.moves.includes('applied') && readiness.blocking > 0;
      return showForm(context, actForms.move, {
        initial: { to: actions.moves[0], on: today },
        only: { to: actions.moves },
        without: mayGoUnready ? [] : ['unreadyWhy'],
      });
    }
    case 'version':
      return showForm(context, actForms.version);
    case 'file':
      return showForm(context, actForms.file);
    case 'realised':
      return showForm(context, actForms.realised);
    case 'hours':
      return showForm(context, actForms.hours, {
        choices: {
          staffId: plan.staff.map(({ id = '', title, name }) => ({
            value: id,
            label: [title, name].filter(Boolean).join(', '),
          })),
        },
      });
    case 'report-day':
      return showForm(context, actForms['report-day'], { values: project });
    case 'funder': {
      const { organisations } = orThrow(await services.projects.fundersToChoose({}));
      const funderId = organisations.map(({ organisationId, name }) => ({
        value: organisationId,
        label: name,
      }));
      return showForm(context, actForms.funder, { values: project, choices: { funderId } });
    }
  }
}

/** The other forms of the page of realised costs: all of them from a spreadsheet, one taken away, one put back. */
export const showRealised = (context: Readonly<RouterContextProvider>) => ({
  sheet: showForm(context, sheet),
  accept: showForm(context, acceptEntry),
  remove: showForm(context, removeEntry),
  restore: showForm(context, restoreEntry),
});

/** What the forms of an act's page do. */
export function submissionsOfAct(
  part: ActPart,
  projectId: string,
  of: { readonly id: string | undefined; readonly restoreId: string | undefined },
  open: () => Promise<Opened>,
) {
  const to = sectionPath(projectId, anchors[part]);
  const saved = { to, say: 'projects:done.saved' };
  const fixed = { projectId };
  const current = async () => (await open()).project;
  switch (part) {
    case 'move':
      return [submission({ form: actForms.move, fixed, done: { to, say: 'projects:done.moved' } })];
    case 'version':
      return [
        submission({
          form: actForms.version,
          fixed,
          done: ({ number }) => ({ to, say: 'projects:done.kept', values: { number } }),
        }),
      ];
    case 'file':
      return [
        submission({
          form: actForms.file,
          fixed,
          done: ({ version }) => ({ to, say: 'projects:done.attached', values: { version } }),
        }),
      ];
    case 'hours':
      return [submission({ form: actForms.hours, fixed, done: saved })];
    case 'report-day':
      return [submission({ form: actForms['report-day'], fixed, current, done: saved })];
    case 'funder':
      return [submission({ form: actForms.funder, fixed, current, done: saved })];
    case 'realised':
      return [
        submission({ form: actForms.realised, fixed, done: saved }),
        submission({
          form: removeEntry,
          fixed: { projectId, entryId: of.id },
          done: { to, say: 'projects:done.removed' },
        }),
        submission({
          form: acceptEntry,
          fixed: { projectId, entryId: of.id },
          done: { to, say: 'projects:done.accepted' },
        }),
        submission({
          form: restoreEntry,
          fixed: { projectId, entryId: of.restoreId },
          done: { to, say: 'projects:done.restored' },
        }),
        submission({
          form: sheet,
          fixed: { projectId, kinds: sheetWords() },
          more: (refused) => ({ faults: refused?.faults }),
          done: ({ taken }) => ({ to, say: 'projects:done.taken', values: { count: taken } }),
        }),
      ];
  }
}

/** The words by which a sheet may name a kind of cost, in every language. */
function sheetWords() {
  const translators = languages.map((language) => translatorOf(language).in('projects'));
  return kindWords(translators.map((t) => (key: string) => t(key)));
}
