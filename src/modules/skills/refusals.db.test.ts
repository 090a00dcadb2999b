import { afterAll, beforeAll, describe, it } from 'vitest';
import { inTransactionAs } from '#access';
import { newId } from '#kernel/ids.ts';
import { unwrap } from '#kernel/result.ts';
import { systemViewer } from '#kernel/viewer.ts';
import { openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { type Caseload, settleCaseload } from '#test/fixtures/caseload.ts';
import { type AnyUseCase, expectRefused, type Refusing } from '#test/fixtures/refusals.ts';
import { runUseCase } from '#use-case';
import { ensureVocabulary } from '#vocabulary';
import { skills } from './index.ts';

const welder = 'http://data.europa.eu/esco/occupation/7aedaa07-3884-4c5b-88f9-80997b2aa54b';

describe('what a mapping refuses', () => {
  let app: TestApp;
  let load: Caseload;
  let licence = '';
  /** One with everything, one with nothing. */
  let [full, empty] = ['', ''];
  const saves = (): [name: keyof typeof skills, given: object][] => [
    ['saveLanguage', { language: 'fi', level: 'B1' }],
    ['saveLicence', { licence: { code: licence } }],
    ['saveOccupation', { occupation: { uri: welder, years: 3 } }],
    ['saveTravelArea', { travelArea: { codes: ['491'] } }],
    ['saveWish', { wish: { occupationUris: [], workingTimes: ['day'] } }],
  ];
  const removals = (): [name: keyof typeof skills, subject: string][] => [
    ['removeLanguage', 'fi'],
    ['removeLicence', licence],
    ['removeOccupation', welder],
  ];
  const row = (name: keyof typeof skills, clientId: string, given: object, refusal: string): Refusing => [
    skills[name] as unknown as AnyUseCase,
    load.maija,
    { clientId, ...given },
    refusal,
  ];

  beforeAll(async () => {
    app = await openTestApp('embedded');
    await inTransactionAs(app, systemViewer, 'upkeep', async (context) => {
      await ensureVocabulary(context);
      licence = (await context.db.selectFrom('vocabulary.licence').select('code').executeTakeFirstOrThrow())
        .code;
    });
    load = await settleCaseload(app, [
      { given: 'Aino', family: 'Kaikkea' },
      { given: 'Bo', family: 'Tyhjä' },
    ]);
    [full, empty] = load.clientIds as [string, string];
    for (const [name, given] of saves())
      unwrap(await runUseCase(app, load.maija, skills[name] as never, { clientId: full, ...given }));
  });
  afterAll(() => app.close());

  it('what stands there already, has been changed, or is gone since it was read', async () => {
    await expectRefused(app, [
      ...saves().flatMap(([name, given]) => [
        row(name, full, given, 'already-there'),
        row(name, full, { ...given, seen: 'x' }, 'changed-meanwhile'),
        row(name, empty, { ...given, seen: 'x' }, 'gone-meanwhile'),
      ]),
      ...removals().flatMap(([name, subject]) => [
        row(name, full, { subject, seen: 'x' }, 'changed-meanwhile'),
        row(name, empty, { subject, seen: 'x' }, 'gone-meanwhile'),
      ]),
    ]);
  });

  it('what no vocabulary knows, nothing, and too much', async () => {
    const none = 'http://example.org/none';
    const wish = { occupationUris: [], workingTimes: [] };
    await expectRefused(app, [
      row('saveOccupation', empty, { occupation: { uri: none, years: 1 } }, 'unknown-concept'),
      row('saveLicence', empty, { licence: { code: 'none' } }, 'unknown-licence'),
      row('saveTravelArea', empty, { travelArea: { codes: ['999'] } }, 'unknown-municipality'),
      row('saveWish', empty, { wish, occupation: none }, 'unknown-concept'),
      row('confirmRows', empty, { skills: [], evidence: 'work' }, 'nothing-chosen'),
      row('confirmRows', empty, { skills: [{ uri: none, level: 1 }], evidence: 'work' }, 'unknown-concept'),
      row('essentialSkills', empty, { occupationUri: none }, 'unknown-concept'),
      row('undo', empty, { actId: newId() }, 'act-not-found'),
    ]);
  });
});
