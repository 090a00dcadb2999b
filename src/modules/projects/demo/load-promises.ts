import type { ViewerContext } from '#access';
import { insert, json } from '#demo/insert.ts';
import { addMonths, type Day } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';

/**
 * What the running project promises: the plan of document 003 repaired, so that every measure leads to a result and each is
 * counted from something. Participants, hires and companies come from the demonstration's own pilot; surveys are invented.
 */
export async function loadPromises(
  context: ViewerContext,
  { projectId, pilotId, ends }: { projectId: string; pilotId: string; ends: Day },
): Promise<void> {
  const { db, today } = context;
  // What the document itself promised is written anew.
  for (const table of ['projects.indicator', 'projects.measure', 'projects.goal'] as const)
    await db.deleteFrom(table).where('project_id', '=', projectId).execute();
  const ids = new Map<string, string>();
  const id = (key: string) => {
    const known = ids.get(key) ?? newId();
    ids.set(key, known);
    return known;
  };
  const of = (rows: readonly object[]) =>
    rows.map((row, at) => ({ project_id: projectId, position: at + 1, ...row })) as never[];

  await insert(
    db,
    'projects.goal',
    of([
      {
        id: id('goal-flow'),
        words: 'Tieto kulkee kuntien työllisyys- ja elinkeinopalvelujen välillä sovitusti',
      },
      {
        id: id('goal-jobs'),
        words: 'Pilottiin liittyneet työllistyvät nopeammin kuin tavanomaisessa palvelussa',
      },
      { id: id('goal-companies'), words: 'Yritykset osaavat rekrytoida myös kansainvälisesti' },
    ]),
  );
  await insert(
    db,
    'projects.measure',
    of([
      {
        id: id('wp1'),
        words: 'Sovitaan tiedonkulusta kuntien kesken',
        work_package: '1',
        aspects: ['reform'],
      },
      {
        id: id('wp2'),
        words: 'Tehostetun työvoimapalvelun pilotti',
        work_package: '2',
        aspects: ['pilot', 'companies'],
      },
      {
        id: id('wp3'),
        words: 'Kansainvälisen rekrytoinnin valmennus yrityksille',
        work_package: '3',
        aspects: ['companies', 'international'],
      },
    ]),
  );
  const indicator = (key: string, row: object) => ({
    id: id(key),
    due_on: ends,
    owner: 'Projektipäällikkö',
    ...row,
  });
  const fact = (name: string) => ({ source_kind: 'fact', source_name: name });
  const entered = (name: string) => ({ source_kind: 'entered', source_name: name });
  const names = (fi: string, sv: string, en: string) => ({ names: json({ fi, sv, en }) });
  const output = { kind: 'output', nature: 'product' };
  const result = { kind: 'result', nature: 'change' };
  const year = Number(today.slice(0, 4));
  await insertIndicators([
    indicator('agreements', {
      ...output,
      ...names(
        'Sovitut tiedonkulkusopimukset',
        'Avtal om informationsflöde',
        'Agreements on information flow',
      ),
      unit: 'kpl',
      target: 6,
      ...entered('Sopimusrekisteri'),
    }),
    indicator('participants', {
      kind: 'output',
      nature: 'attendance',
      ...names('Pilottiin liittyneet', 'De som gått med i piloten', 'People who joined the pilot'),
      unit: 'henkilöä',
      target: 50,
      target_qualifier: 'about',
      planned: json({ [`${year}H1`]: 20, [`${year}H2`]: 40, [`${year + 1}H1`]: 50 }),
      promised_at: 'hankesuunnitelma Palvelupolut 2.0',
      ...fact('joined'),
    }),
    indicator('introduced', {
      ...output,
      ...names('Työnantajille esitellyt', 'Presenterade för arbetsgivare', 'Introduced to employers'),
      unit: 'henkilöä',
      target: 45,
      ...fact('introduced'),
    }),
    indicator('companies', {
      ...output,
      ...names('Autetut yritykset', 'Hjälpta företag', 'Companies helped'),
      unit: 'yritystä',
      target: 90,
      planned: json({ [`${year}H1`]: 20, [`${year}H2`]: 45, [`${year + 1}H2`]: 75 }),
      promised_at: 'hankesuunnitelma Palvelupolut 2.0',
      ...fact('companies-helped'),
    }),
    indicator('flow', {
      ...result,
      ...names(
        'Tiedonkulku toimii henkilöstön mielestä',
        'Informationen löper enligt personalen',
        'Information flows, say the staff',
      ),
      unit: '%',
      baseline: 31,
      baseline_source: 'Henkilöstökysely ennen hanketta',
      target: 75,
      adoption: 'Työllisyysalueen järjestämissuunnitelma, työllisyysjohtaja',
      ...entered('Henkilöstökysely'),
    }),
    indicator('employed', {
      ...result,
      ...names('Pilotissa työllistyneet', 'Sysselsatta i piloten', 'Employed in the pilot'),
      unit: 'henkilöä',
      baseline: 0,
      target: 40,
      formula: 'neljä viidestä 50 liittyneestä',
      comparison: 'Saman ikäiset ja yhtä kauan hakeneet tavanomaisessa palvelussa',
      adoption: 'Työllisyysalueen palvelukuvaus, palvelupäällikkö',
      planned: json({ [`${year}H1`]: 5, [`${year}H2`]: 15, [`${year + 1}H1`]: 25, [`${year + 1}H2`]: 35 }),
      promised_at: 'hankesuunnitelma Palvelupolut 2.0',
      ...fact('employed'),
    }),
    indicator('readiness', {
      ...result,
      ...names(
        'Yritysten rekrytointivalmius testissä',
        'Företagens rekryteringsberedskap',
        'Companies’ readiness to recruit',
      ),
      unit: 'pistettä',
      baseline: 42,
      target: 65,
      adoption: 'Yrityspalvelujen perustyö, yrityspalvelupäällikkö',
      ...fact('company-readiness'),
    }),
  ]);
  const lines: readonly (readonly [string, string])[] = [
    ['goal-flow', 'flow'],
    ['goal-jobs', 'employed'],
    ['goal-companies', 'readiness'],
    ['wp1', 'agreements'],
    ['agreements', 'flow'],
    ['wp2', 'participants'],
    ['wp2', 'introduced'],
    ['participants', 'employed'],
    ['introduced', 'employed'],
    ['wp3', 'companies'],
    ['companies', 'readiness'],
  ];
  await insert(
    db,
    'projects.trace_link',
    lines.map(([from, to]) => ({ project_id: projectId, from_id: id(from), to_id: id(to) })),
  );
  await insert(
    db,
    'projects.indicator_value',
    (
      [
        ['agreements', 2, 'Allekirjoitetut sopimukset 1–2'],
        ['flow', 44, 'Henkilöstökysely, 38 vastaajaa'],
      ] as const
    ).map(([key, value, evidence]) => ({
      id: newId(),
      project_id: projectId,
      indicator_id: id(key),
      counted_on: addMonths(today, -1),
      value,
      evidence,
      entered_at: context.now.toISOString(),
    })),
  );
  // The tests of three companies before the work and after it: their mean is the value of the indicator.
  const companies = await db.selectFrom('companies.company').select('id').orderBy('id').limit(3).execute();
  await insert(
    db,
    'projects.company_test',
    companies.flatMap((company, at) =>
      (
        [
          ['before', 40 + at * 2, 9],
          ['after', 48 + at * 3, 1],
        ] as const
      ).map(([phase, points, monthsAgo]) => ({
        project_id: projectId,
        company_id: company.id,
        phase,
        points,
        tested_on: addMonths(today, -monthsAgo),
      })),
    ),
  );
  await insert(
    db,
    'projects.comparison',
    of([
      {
        id: newId(),
        measure_id: id('wp1'),
        against: 'project',
        name: 'TE2024 E-Savo',
        difference:
          'E-Savo selvitti alueen muodostamista; tässä sovitaan, mikä tieto kulkee kenelle ja milloin.',
      },
      {
        id: newId(),
        measure_id: id('wp2'),
        against: 'service',
        name: 'Tavanomainen työnvälitys',
        difference: 'Piilotyöpaikat ja suostumukseen perustuva profiili työnantajille puuttuvat siitä.',
      },
      {
        id: newId(),
        measure_id: id('wp3'),
        against: 'product',
        name: 'RekryKoulutus',
        difference: 'RekryKoulutus kouluttaa tekijän; tässä kasvaa yrityksen oma osaaminen.',
      },
    ]),
  );
  await insert(
    db,
    'projects.company_step',
    of([
      {
        id: newId(),
        measure_id: id('wp2'),
        content: 'Osaamistarpeen kuvaus ja rekrytoinnin suunnittelu',
        hours: 4,
        companies: 60,
      },
      {
        id: newId(),
        measure_id: id('wp3'),
        content: 'Kansainvälisen rekrytoinnin valmennus',
        hours: 8,
        companies: 30,
        test: 'Valmiustesti, 20 väittämää',
      },
    ]),
  );
  await insert(db, 'projects.cohort', [{ project_id: projectId, pilot_id: pilotId }]);

  /** One at a time: their columns differ, and a column that is left out has its own default. */
  async function insertIndicators(rows: readonly object[]): Promise<void> {
    for (const row of of(rows)) await insert(db, 'projects.indicator', [row]);
  }
}
