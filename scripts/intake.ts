import { readTexts } from '../src/texts/files.ts';
import '../src/server/node-version.ts';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { App } from '../src/access/index.ts';
import { FolderInUse } from '../src/db/folder-lock.ts';
import { migrate } from '../src/db/migrate.ts';
import { openDatabase } from '../src/db/open.ts';
import { systemClock } from '../src/kernel/clock.ts';
import type { FindingValue } from '../src/kernel/findings.ts';
import { formatDay } from '../src/kernel/finnish-days.ts';
import { formatCents, formatNumber, formatPercent } from '../src/kernel/finnish-numbers.ts';
import { systemViewer } from '../src/kernel/viewer.ts';
import {
  allFindings,
  type Choice,
  choiceOf,
  type DocumentKind,
  type DocumentReport,
  documentKinds,
  draftsOf,
  isTruncated,
  leastScore,
  mattersOf,
  type ReadDocument,
  type ReadField,
  type ReadFinding,
  readDocument,
  readText,
  intake as useCases,
  withChoices,
} from '../src/modules/intake/index.ts';
import { readSettings, SettingsError } from '../src/server/config.ts';
import { openApp, StartRefused } from '../src/server/open-app.ts';
import { runUseCase } from '../src/use-case/index.ts';

const usage = `Reads a document into Polku: a selection proposal, a project description, a board item, a project presentation or a
programme, as a Word file, a PDF or a text.

  node polku.js intake FILE [--dry-run] [--kind KIND] [--choose LINE=VALUE]… [--partial] [--json]

--dry-run   shows what is found, with its lines, and changes nothing
--kind      reads it as this kind: ${documentKinds.join(', ')}
--choose    of a number that can be read in two ways, the reading that holds: --choose 93=1234,50
--partial   brings it in though it seems to be cut
--json      the whole report as JSON

The same file again changes nothing and says so.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'dry-run': { type: 'boolean', default: false },
    kind: { type: 'string' },
    choose: { type: 'string', multiple: true, default: [] },
    partial: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const [file] = positionals;
if (values.help || file === undefined || positionals.length > 1) stop(usage, values.help ? 0 : 2);
if (values.kind !== undefined && !(documentKinds as readonly string[]).includes(values.kind))
  stop(`There is no kind “${values.kind}”. The kinds are: ${documentKinds.join(', ')}.`, 2);

const outcomeWords = {
  new: 'is new',
  'new-version': 'becomes a new version',
  unchanged: 'is there already, unchanged',
};
const words = textsOf('findings', 'refusals', 'programmes');
process.exitCode = await run(file, values.kind as DocumentKind | undefined);

async function run(path: string, asked: DocumentKind | undefined): Promise<number> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return fail(`The file cannot be read: ${(error as NodeJS.ErrnoException).code ?? error}.`);
  }
  const read = await readText({ bytes });
  if (!read.ok) return fail(refusalWords(read.error));
  const { text, encoding, recognition } = read.value;
  const kind = asked ?? recognition.kind;
  const fits = recognition.fits.map(({ kind: one, score }) => `${one} ${score}`).join(', ');
  if (kind === undefined) {
    const [best] = recognition.fits;
    const why =
      best && best.reasons.length > 0
        ? best.reasons.map(({ mark, line }) => `${mark} (line ${line})`).join(', ')
        : 'nothing';
    return fail(
      `${recognition.outcome === 'foreign' ? 'This is no document of a kind that Polku reads.' : 'Two kinds fit nearly as well.'}\n` +
        `Points by kind: ${fits}.\n${best && best.score > 0 ? `What spoke for ${best.kind}: ${why}.` : 'Nothing in it spoke for any kind.'}\n` +
        `Say the kind yourself with --kind, if you know it. Nothing was changed.`,
    );
  }
  const told = recognition.fits.find((fit) => fit.kind === kind);
  if (recognition.kind !== undefined && recognition.kind !== kind && (told?.score ?? 0) < leastScore)
    return fail(
      `This is no ${kind}: it was recognised as ${recognition.kind}.\nPoints by kind: ${fits}.\nNothing was changed.`,
    );
  const plain = readDocument(text, kind);
  const choices: Choice[] = [];
  for (const said of values.choose) {
    const choice = choiceOf(plain, said);
    if (typeof choice === 'string')
      return fail(
        `--choose ${said}: ${refusalWords({ code: choice, details: { line: said.split('=')[0] } })} Nothing was changed.`,
      );
    choices.push(choice);
  }
  const reading = withChoices(plain, choices);
  const { lacks } = draftsOf(reading, path);
  const hash = createHash('sha256').update(bytes).digest('hex');
  const opened = await openForUse(values['dry-run']);
  if ('refused' in opened) return fail(opened.refused);
  try {
    const report = await reportOf(opened.app, basename(path), bytes, kind, choices);
    if ('refused' in report) return fail(report.refused);
    const findings =
      report.value.findings.length > 0
        ? report.value.findings
        : allFindings(
            mattersOf(reading).flatMap((matter) => matter.findings),
            [],
          );
    if (values.json && values['dry-run']) {
      say(JSON.stringify({ file: path, hash, encoding, ...report.value, findings }, null, 2));
      return isTruncated(reading) && !values.partial ? 1 : 0;
    }
    if (!values.json) {
      say(
        `${basename(path)}: ${encoding}, ${reading.lineCount} lines, ${bytes.length} bytes, SHA-256 ${hash.slice(0, 16)}…`,
      );
      say(`Kind: ${kind}${asked ? ', as told' : ''} (points: ${fits})`);
      say(inWords(reading, findings));
      for (const { room, path: where, code } of lacks)
        say(`Cannot go to ${room}: ${where} ${code.replaceAll('-', ' ')}.`);
      for (const { room, name, outcome, hindrance } of report.value.prospects)
        say(`→ ${room}: “${name}” ${outcome === undefined ? `cannot: ${hindrance}` : outcomeWords[outcome]}`);
    }
    const cut = isTruncated(reading) && !values.partial;
    if (values['dry-run']) {
      say('\nDry run: nothing was changed.');
      if (cut) return fail(`${words.get('document-cut')}\nIf it is whole, say --partial.`);
      return report.value.prospects.some(({ outcome }) => outcome !== undefined)
        ? 0
        : fail(`${words.get('nothing-to-import')}`);
    }
    if (cut) return fail(`${words.get('document-cut')}\nIf it is whole, say --partial.`);
    return await bringIn(opened.app, report.value.document.documentId, { hash, reading, findings });
  } finally {
    await opened.app.database.close();
  }
}

/** Keeps the document (in a dry run only in a database that is thrown away) and asks for its report. */
async function reportOf(
  app: App,
  fileName: string,
  bytes: Uint8Array,
  kind: DocumentKind,
  choices: readonly Choice[],
): Promise<{ value: DocumentReport } | { refused: string }> {
  const brought = await runUseCase(app, systemViewer, useCases.bringDocument, { fileName, bytes, kind });
  if (!brought.ok) return { refused: refusalWords(brought.error) };
  if (choices.length > 0) {
    const chosen = await runUseCase(app, systemViewer, useCases.chooseReading, {
      documentId: brought.value.documentId,
      choices: choices.map(({ line, path, value }) => ({ line, path, value })),
    });
    if (!chosen.ok) return { refused: refusalWords(chosen.error) };
  }
  const report = await runUseCase(app, systemViewer, useCases.openDocument, {
    documentId: brought.value.documentId,
  });
  return report.ok ? { value: report.value } : { refused: refusalWords(report.error) };
}

async function bringIn(
  app: App,
  documentId: string,
  json: { hash: string; reading: ReadDocument; findings: readonly ReadFinding[] },
): Promise<number> {
  const imported = await runUseCase(app, systemViewer, useCases.importDocument, {
    documentId,
    partial: values.partial,
  });
  if (!imported.ok) return fail(`${refusalWords(imported.error)} Nothing was changed.`);
  const { came, changed } = imported.value;
  if (values.json) {
    say(JSON.stringify({ ...json, came, changed }, null, 2));
    return 0;
  }
  for (const { room, name, outcome, id } of came)
    say(`✓ ${room}: “${name}” ${outcomeWords[outcome]} (${id})`);
  say(changed ? '\nImported.' : '\nThe same as before: nothing was changed.');
  return 0;
}

/**
 * The database of the settings; for a dry run a copy of nothing: an embedded database in memory when there is none yet, so
 * that looking makes no folder.
 */
async function openForUse(dryRun: boolean): Promise<{ app: App } | { refused: string }> {
  try {
    const settings = readSettings(process.env);
    if (dryRun) {
      const database = await openDatabase({});
      await migrate(database);
      return { app: { database, clock: systemClock } };
    }
    return { app: await openApp(settings, (progress) => process.stderr.write(`${progress}\n`)) };
  } catch (error) {
    if (error instanceof SettingsError || error instanceof StartRefused || error instanceof FolderInUse)
      return { refused: error.message };
    throw error;
  }
}

/** The report of a document; the items of whole minutes one after another. */
function inWords(reading: ReadDocument, findings: readonly ReadFinding[]): string {
  const matters = mattersOf(reading);
  const said = ({ fields }: ReadDocument, path: string) =>
    fields.find((field) => field.path === path)?.value ?? '';
  return [
    ...matters.flatMap((matter, at) => [
      ...(matters.length > 1
        ? [`\nItem ${at + 1} of ${matters.length}: § ${said(matter, 'section')} ${said(matter, 'heading')}`]
        : []),
      ...matterInWords(matter),
    ]),
    `\nFindings: ${findings.length}`,
    ...findings.map(findingInWords),
    '',
  ].join('\n');
}

function matterInWords({ fields, tables, unread, furniture, absent }: ReadDocument): string[] {
  const lines = (from: number, to: number) => `line ${from === to ? from : `${from}–${to}`}`;
  return [
    `\nFound ${fields.length} values:`,
    ...fields.map(
      (field) =>
        `  ${lines(field.line, field.endLine).padEnd(13)} ${field.path} = ${shown(field)}${doubt(field)}`,
    ),
    ...tables.map(
      ({ name, line, endLine, rows }) =>
        `  ${lines(line, endLine).padEnd(13)} table ${name}: ${rows.length} rows`,
    ),
    `\nNot understood: ${unread.length} lines`,
    ...unread.map(({ line, raw }) => `  line ${line}: ${raw.trim().slice(0, 160)}`),
    ...(furniture.length > 0
      ? [
          `Belong to the page: ${furniture.map(({ line, raw }) => `${line} “${raw.trim().slice(0, 40)}”`).join(', ')}`,
        ]
      : []),
    ...(absent.length > 0 ? [`Such a document usually has also: ${absent.join(', ')}`] : []),
  ];
}

function shown({ type, value }: ReadField): string {
  if (value === null) return '(empty)';
  if (type === 'cents') return formatCents(Number(value), 'fi');
  if (type === 'share') return formatPercent(Number(value) / 10_000, 'fi');
  const text = String(value).replaceAll('\n', ' ');
  return text.length > 110 ? `${text.slice(0, 109)}…` : text;
}

function doubt({ confidence, qualifier, readings, type, line }: ReadField): string {
  const loose = qualifier ? ` [${qualifier}]` : '';
  if (confidence === 'certain') return loose;
  if (confidence !== 'asked') return `${loose} [${confidence}]`;
  const offered = readings?.map((reading) =>
    type === 'count' ? String(reading) : String(reading / 100).replace('.', ','),
  );
  return `${loose} [asked: ${offered?.join(' or ')}; choose with --choose ${line}=…]`;
}

function findingInWords(finding: ReadFinding): string {
  const { ref, line, grade, code, printed, computed, difference, hint } = finding;
  const parts = [
    ...(printed ? [`printed ${valueInWords(printed)}`] : []),
    ...(computed ? [`computed ${valueInWords(computed)}`] : []),
    ...(difference ? [`difference ${valueInWords(difference)}`] : []),
    ...(hint?.values
      ? [
          `${hint.code.replaceAll('-', ' ')}: ${Object.entries(hint.values)
            .map(([key, value]) => `${key} ${valueInWords(value)}`)
            .join(', ')}`,
        ]
      : []),
  ];
  return `  ${(ref ?? '').padEnd(5)}${line === undefined ? '' : `line ${line} `}${grade}: ${fill(words.get(code) ?? code.replaceAll('-', ' '), { what: printed?.kind === 'text' ? printed.value.replaceAll(' ', ', ') : '–' })}${parts.length > 0 ? ` · ${parts.join(' · ')}` : ''}`;
}

function valueInWords(value: FindingValue): string {
  if (value.kind === 'cents') return formatCents(value.value, 'fi');
  if (value.kind === 'share') return formatPercent(value.value, 'fi', 4);
  if (value.kind === 'day') return formatDay(value.value, 'fi');
  return value.kind === 'number' ? formatNumber(value.value, 'fi') : `“${value.value}”`;
}

function refusalWords({
  code,
  details,
}: {
  code: string;
  details?: Readonly<Record<string, unknown>>;
}): string {
  return fill(words.get(code) ?? `Refused: ${code}.`, details ?? {});
}

function fill(text: string, given: Readonly<Record<string, unknown>>): string {
  return text.replaceAll(/\{\{\s*(\w+)[^}]*\}\}/g, (_whole, name: string) => String(given[name] ?? '–'));
}

/** The English words of codes. Programmes keep the words of their findings under `finding.`. */
function textsOf(...namespaces: readonly string[]): Map<string, string> {
  const all = readTexts().en;
  return new Map(
    namespaces.flatMap((namespace) =>
      Object.entries(all[namespace] ?? {}).map(([key, text]): [string, string] => [
        namespace === 'programmes' ? key.replace(/^finding\./, '') : key,
        text,
      ]),
    ),
  );
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function fail(text: string): number {
  process.stderr.write(`${text}\n`);
  return 1;
}

function stop(text: string, code: number): never {
  process.stdout.write(`${text}\n`);
  process.exit(code);
}
