import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { bytesOf, textOf } from '../fixtures/intake/documents.ts';
import { strangerText } from '../fixtures/intake/strangers.ts';

const folder = mkdtempSync(join(tmpdir(), 'polku-intake-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What `node polku.js intake` runs. */
const command = ['run.js', 'intake.ts'].map((name) => join(import.meta.dirname, '../../scripts', name));

/** Runs the command as a person does, with a data folder that must stay away when nothing is imported. */
function run(name: string, content: string | Uint8Array, ...options: string[]) {
  const file = join(folder, name);
  writeFileSync(file, content);
  const { DATABASE_URL: _none, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [...command, file, ...options], {
    env: { ...env, POLKU_DATA: join(folder, 'data') },
    encoding: 'utf8',
    timeout: 240_000,
  });
  // Looking and refusing make no database.
  expect(existsSync(join(folder, 'data'))).toBe(false);
  return { status, said: stdout + stderr };
}

describe('files that cannot be read are told in words, with an exit code, and import nothing', () => {
  const whole = textOf('proposal-003');
  test.each<[string, string | Uint8Array, string[], RegExp]>([
    ['empty.txt', '', [], /no text/],
    ['spaces.txt', ' \n\t\n', [], /no text/],
    ['broken.pdf', '%PDF-1.7 …', [], /damaged/],
    ['old.rtf', '{\\rtf1 Koe}', [], /not text.*RTF/],
    ['binary.docx', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0]), [], /not text/],
    ['recipe.txt', 'Pannukakku\n\nVatkaa munat ja lisää maito.\n', [], /no document of a kind/],
    ['wrong-kind.txt', whole, ['--kind', 'programme'], /recognised as selection-proposal/],
    ['no-such-kind.txt', whole, ['--kind', 'novel'], /There is no kind/],
    ['not-asked.txt', whole, ['--choose', '3=5'], /no number on line 3/],
  ])('%s', (name, content, options, words) => {
    const { status, said } = run(name, content, ...options);
    expect(said).toMatch(words);
    expect(status).not.toBe(0);
  });

  test('no such file', () => {
    const { status, stderr } = spawnSync(process.execPath, [...command, join(folder, 'missing.txt')], {
      encoding: 'utf8',
    });
    expect(stderr).toMatch(/cannot be read/);
    expect(status).toBe(1);
  });

  test('a document cut in the middle shows what was found and is not imported', () => {
    const bytes = bytesOf('proposal-003');
    const { status, said } = run('cut.txt', bytes.subarray(0, Math.floor(bytes.length / 2)), '--dry-run');
    expect(said).toContain('Kunnallisten elinkeino- ja työvoimapalvelujen palvelupolut 2.0');
    expect(said).toMatch(/seems to be cut/);
    expect(status).toBe(1);
  });
});

test('whole minutes: each item in the report; a number with two readings is chosen by command', () => {
  const minutes = run('minutes.txt', strangerText('minutes-whole'), '--dry-run');
  expect(minutes.said.match(/^Item \d of 5: § \d+/gm)).toHaveLength(5);
  expect(minutes.said.match(/^→ governance: “§ \d+ /gm)).toHaveLength(5);
  expect(minutes.status).toBe(0);

  const text = strangerText('presentation-factor').replace(
    'Kokonaiskustannukset\t65 000',
    'Kokonaiskustannukset\t65.00',
  );
  expect(run('asked.txt', text, '--dry-run').said).toMatch(/asked: 65 or 6500/);
  const chosen = run('chosen.txt', text, '--dry-run', '--choose', '52=6500');
  expect(chosen.said).toMatch(/figures\.costs-total\.2\.amount = 6\s500\s€ \[chosen\]/);
  expect(run('wrong.txt', text, '--dry-run', '--choose', '52=7').status).toBe(1);
});
