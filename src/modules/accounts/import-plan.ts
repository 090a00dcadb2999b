import { isEmail } from '#kernel/contact-details.ts';
import type { Day } from '#kernel/days.ts';
import { type Language, type LocalisedText, languages } from '#kernel/localised.ts';
import { readDay } from '#kernel/typed-days.ts';
import { type Role, roles } from '#kernel/viewer.ts';
import {
  type AskedCode,
  type Columns,
  columnLetter,
  Faults,
  isWord,
  type PassedColumn,
  type TableFault,
  tableOf,
  textOf,
  type Workbook,
} from '#sheets';
import { roleInWords } from '#texts';
import type { ImportAct, ImportColumn, ImportFault } from './domain/codes.ts';
import { overlap } from './domain/periods.ts';
import { needsTwo, rolesByGroup } from './policies.ts';

/** A fault with its place as the spreadsheet counts: the first row is 1, the first column A. */
export interface RowFault {
  readonly row: number;
  readonly column: string;
  readonly code: ImportFault | TableFault | AskedCode;
  readonly value: string;
  /** What a person sees in the cell, when it is something else. */
  readonly shown?: string | undefined;
}

/** What a row of the table will do. */
export interface PlannedRow {
  readonly row: number;
  readonly act: ImportAct;
  /** Who: one key is one account, also on several rows. */
  readonly key: string;
  readonly accountId: string | undefined;
  readonly name: string;
  readonly subject: string | undefined;
  readonly email: string | undefined;
  readonly language: Language;
  readonly role: Role | undefined;
  readonly organisationId: string | undefined;
  readonly organisation: LocalisedText | undefined;
  readonly from: Day;
  readonly to: Day | undefined;
}

export interface Plan {
  readonly rows: readonly PlannedRow[];
  readonly faults: readonly RowFault[];
  /** Columns that are none of ours: told, and not brought in. */
  readonly passed: readonly PassedColumn[];
}

/** An account that is there already, by its key. */
export interface KnownAccount {
  readonly accountId: string;
  readonly name: string;
  readonly closed: boolean;
  /** The administrator may not see it: its key is another's. */
  readonly hidden: boolean;
  readonly roles: readonly { role: Role; organisationId: string | null; from: Day; to: Day | null }[];
}

/** What the plan is made against. */
export interface Facts {
  readonly today: Day;
  readonly ownId: string | undefined;
  readonly accounts: ReadonlyMap<string, KnownAccount>;
  readonly organisations: readonly { id: string; names: LocalisedText; validTo: Day | undefined }[];
}

const headings: Readonly<Record<ImportColumn, readonly string[]>> = {
  name: ['nimi', 'namn', 'name'],
  subject: ['tunniste', 'sub', 'subject', 'identifierare', 'identifier'],
  email: ['sähköposti', 'e-post', 'epost', 'e-mail', 'email', 'sähköpostiosoite'],
  language: ['kieli', 'språk', 'language'],
  role: ['rooli', 'roll', 'role'],
  organisation: ['organisaatio', 'organisation', 'organization'],
  from: ['alkaa', 'börjar', 'from', 'alkaen'],
  to: ['päättyy', 'slutar', 'to', 'until', 'asti'],
};
const columns: Columns<ImportColumn> = { words: headings, times: ['from', 'to'] };
const languageWords: Readonly<Record<Language, readonly string[]>> = {
  fi: ['fi', 'suomi', 'finska', 'finnish'],
  sv: ['sv', 'ruotsi', 'svenska', 'swedish'],
  en: ['en', 'englanti', 'engelska', 'english'],
};

/** The key of an account in a table: the subject, else the address. */
export const keyOfRow = (subject: string, email: string): string =>
  subject === '' ? `email ${email.toLowerCase()}` : `subject ${subject}`;

/** The keys that a table names, to look up which accounts there are. */
export function keysOf(sheet: Workbook): { subjects: string[]; emails: string[] } {
  const table = tableOf(sheet, columns, new Faults());
  const texts = (column: ImportColumn) =>
    (table?.rows ?? [])
      .map(({ cells }) => textOf(cells[table?.at.get(column) ?? -1]))
      .filter((text) => text !== '');
  return { subjects: texts('subject'), emails: texts('email').map((text) => text.toLowerCase()) };
}

/** Reads a table of users, and says of each row what it would do; with a fault anywhere nothing is to be done. */
export function planImport(sheet: Workbook, facts: Facts): Plan {
  const form = new Faults();
  const table = tableOf(sheet, columns, form);
  // Rights are given by what is seen: a hidden row or a text that is crossed out is set right in the table first.
  const ofForm = () => [...form.errors, ...form.asked] as RowFault[];
  if (!table) return { rows: [], faults: ofForm(), passed: [] };
  const faults: (RowFault & { at: number })[] = [];
  const at = (column: ImportColumn) => table.at.get(column) ?? -1;
  const add = (row: number, column: ImportColumn, code: ImportFault, value: string) =>
    faults.push({ row, column: columnLetter(at(column)), code, value: value.slice(0, 100), at: at(column) });
  if (at('name') === -1) add(table.heading, 'name', 'column-missing', '');
  if (at('subject') === -1 && at('email') === -1) add(table.heading, 'email', 'column-missing', '');
  if (ofForm().length + faults.length > 0)
    return { rows: [], faults: [...ofForm(), ...faults], passed: table.passed };

  const rows: PlannedRow[] = [];
  const opened = new Map<string, string>();
  const ofKey = new Map<string, PlannedRow[]>();
  for (const { cells, row } of table.rows) {
    const said = (column: ImportColumn) => textOf(cells[at(column)]);
    const [name, subject, email] = [said('name'), said('subject'), said('email')];
    const wrong = faults.length;
    if (name === '') add(row, 'name', 'required', '');
    if (subject === '' && email === '') add(row, at('email') === -1 ? 'subject' : 'email', 'required', '');
    if (email !== '' && !isEmail(email)) add(row, 'email', 'not-an-email', email);
    const language =
      said('language') === '' ? 'fi' : languages.find((one) => isWord(languageWords[one], said('language')));
    if (language === undefined) add(row, 'language', 'not-a-language', said('language'));
    const role = roleOf(said('role'));
    if (said('role') !== '' && role === undefined) add(row, 'role', 'not-a-role', said('role'));
    if (role !== undefined && !rolesByGroup.includes(role) && !needsTwo(role))
      add(row, 'role', 'role-not-by-table', said('role'));
    const from = dayOf('from') ?? facts.today;
    const to = dayOf('to');
    if (from < facts.today) add(row, 'from', 'day-past', said('from'));
    if (to !== undefined && to < from) add(row, 'to', 'to-before-from', said('to'));
    const found = role === undefined ? [] : organisationsNamed(said('organisation'), from);
    if (role !== undefined && said('organisation') === '') add(row, 'organisation', 'required', '');
    else if (role !== undefined && found.length !== 1)
      add(
        row,
        'organisation',
        found.length === 0 ? 'not-an-organisation' : 'organisation-twice',
        said('organisation'),
      );
    const key = keyOfRow(subject, email);
    const known = facts.accounts.get(key);
    const keyColumn = subject === '' ? 'email' : 'subject';
    if (known?.hidden) add(row, keyColumn, 'key-taken', subject || email);
    else if (known?.closed) add(row, keyColumn, 'account-closed', subject || email);
    else if (known !== undefined && known.accountId === facts.ownId)
      add(row, keyColumn, 'own-rights', subject || email);
    const before = known?.hidden ? undefined : (known?.name ?? opened.get(key));
    if (before !== undefined && name !== '' && before !== name) add(row, 'name', 'name-differs', name);
    const organisation = found[0];
    const same = (held: { role: Role | undefined; organisationId: string | null | undefined }) =>
      role !== undefined && held.role === role && held.organisationId === organisation?.id;
    if (ofKey.get(key)?.some((one) => role === undefined || (same(one) && overlap({ from, to }, one))))
      add(row, keyColumn, 'said-twice', subject || email);
    if (
      known?.roles.some(
        (held) => same(held) && overlap({ from, to }, { from: held.from, to: held.to ?? undefined }),
      )
    )
      add(row, 'role', 'role-held-already', said('role'));
    if (faults.length > wrong) continue;
    const isNew = known === undefined && !opened.has(key);
    opened.set(key, name);
    const gives = role === undefined ? undefined : needsTwo(role) ? 'propose' : 'give';
    const planned: PlannedRow = {
      row,
      act: isNew ? (gives ? `open-and-${gives}` : 'open') : (gives ?? 'nothing'),
      key,
      accountId: known?.accountId,
      name,
      subject: subject || undefined,
      email: email || undefined,
      language: language!,
      role,
      organisationId: organisation?.id,
      organisation: organisation?.names,
      from,
      to,
    };
    rows.push(planned);
    ofKey.set(key, [...(ofKey.get(key) ?? []), planned]);

    function dayOf(column: 'from' | 'to'): Day | undefined {
      const text = said(column);
      if (text === '') return undefined;
      const read = readDay(text, facts.today);
      if (!read.ok) add(row, column, 'not-a-day', text);
      return read.ok ? read.value : undefined;
    }
  }
  return {
    rows,
    faults: faults.toSorted((a, b) => a.row - b.row || a.at - b.at).map(({ at: _at, ...fault }) => fault),
    passed: table.passed,
  };

  function organisationsNamed(text: string, on: Day) {
    return facts.organisations.filter(
      ({ names, validTo }) =>
        text !== '' && isWord(Object.values(names), text) && (validTo === undefined || validTo >= on),
    );
  }
}

/** A role by its code or its name in any language. */
const roleOf = (text: string): Role | undefined =>
  text === ''
    ? undefined
    : roles.find((role) => isWord([role, ...languages.map((language) => roleInWords(language, role))], text));
