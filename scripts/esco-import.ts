import '../src/server/node-version.ts';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type EscoProblem, type EscoReport, readEsco } from '../src/connectors/esco/index.ts';
import { FolderInUse } from '../src/db/folder-lock.ts';
import { systemViewer } from '../src/kernel/viewer.ts';
import { vocabulary as useCases, type Vocabulary } from '../src/modules/vocabulary/index.ts';
import { readSettings, SettingsError } from '../src/server/config.ts';
import { openApp, StartRefused } from '../src/server/open-app.ts';
import { runUseCase } from '../src/use-case/index.ts';

const usage = `Loads the ESCO classification from a folder: the official CSV download (fi, sv, en as far as they are there).

  node polku.js esco-import <folder> [--release 1.2.0] [--dry-run]

--dry-run   reads and checks the files and changes nothing
--release   what to call this release; the folder's name unless told
--all       shows every problem (otherwise the first twenty)

It is all or nothing: with one error in the files nothing is changed.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'dry-run': { type: 'boolean', default: false },
    release: { type: 'string' },
    all: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const folder = positionals[0];
if (values.help || folder === undefined) {
  say(usage);
  process.exit(values.help ? 0 : 2);
}

const reading = await readEsco(folder, {
  onProgress: ({ file, rows, filesDone, files }) =>
    progress(`Reading ${filesDone + 1}/${files} ${file}: ${rows} rows`),
});
endProgress();
const report = reading.ok ? reading.value.report : reading.error.report;
say(inWords(report));
if (!reading.ok) {
  say(`\nNothing was changed: ${report.errors} error${report.errors === 1 ? '' : 's'} in the files.`);
  process.exit(1);
}
if (values['dry-run']) {
  say('\nDry run: nothing was changed. The files can be imported.');
  process.exit(0);
}
process.exit(await load(reading.value.vocabulary, values.release ?? basename(resolve(folder))));

async function load(vocabulary: Vocabulary, release: string): Promise<number> {
  try {
    const app = await openApp(readSettings(process.env), say);
    const began = performance.now();
    try {
      const outcome = await runUseCase(app, systemViewer, useCases.importEsco, {
        vocabulary,
        release,
        progress: (done: number, all: number) => progress(`Saving ${Math.round((100 * done) / all)} %`),
      });
      endProgress();
      if (!outcome.ok) {
        say(`Nothing was changed: ${outcome.error.code}.`);
        return 1;
      }
      const { counts } = outcome.value;
      say(
        `\nIn use: ${counts.occupations} occupations, ${counts.skills} skills, ${counts.groups} groups, ${counts.relations} relations (${((performance.now() - began) / 1000).toFixed(1)} s). Servers follow at their next search.`,
      );
      return 0;
    } finally {
      await app.database.close();
    }
  } catch (error) {
    endProgress();
    if (error instanceof SettingsError || error instanceof StartRefused || error instanceof FolderInUse) {
      process.stderr.write(`${error.message}\n`);
      return 1;
    }
    throw error;
  }
}

function inWords({ layout, languages, files, counts, problems, errors, warnings }: EscoReport): string {
  const shown = values.all ? problems : problems.slice(0, 20);
  return [
    `Layout: ${layout}${languages.length > 0 ? `, languages: ${languages.join(', ')}` : ''}`,
    ...files.map((file) => `  ${file.name}: ${file.rows} rows`),
    `Occupations ${counts.occupations}, skills ${counts.skills}, knowledge ${counts.knowledge}, groups ${counts.groups};`,
    `relations: essential ${counts.essential}, optional ${counts.optional}; alternative names ${counts.alternativeNames}.`,
    `Errors ${errors}, warnings ${warnings}.`,
    ...shown.map((problem) => `  ${problemInWords(problem)}`),
    ...(problems.length > shown.length
      ? [`  … and ${problems.length - shown.length} more (--all shows them)`]
      : []),
  ].join('\n');
}

function problemInWords({ severity, file, row, column, code, found }: EscoProblem): string {
  const place = [row === undefined ? '' : `row ${row}`, column === undefined ? '' : `column ${column}`];
  const where = [file, ...place.filter((part) => part !== '')].join(', ');
  return `${severity}: ${where}: ${code.replaceAll('-', ' ')}${found === undefined ? '' : ` (${found})`}`;
}

function say(words: string): void {
  process.stdout.write(`${words}\n`);
}

/** One line that is written over on a screen; in a file only the milestones would be noise, so nothing. */
function progress(words: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${words}`);
}

function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[2K');
}
