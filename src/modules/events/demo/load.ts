import type { ViewerContext } from '#access';
import { insert, json } from '#demo/insert.ts';
import type { DemonstrationArea } from '#demo/shapes.ts';
import { organisationId } from '#demo/users.ts';
import { addDays, type Day, workingDayFrom } from '#kernel/days.ts';
import { formatUuidv7 } from '#kernel/ids.ts';
import { euros } from '#kernel/money.ts';
import { createRandom } from '#kernel/random.ts';

/**
 * The events of the running project: four regional ones (14 000 €) and four information events (2 000 € of publicity), as
 * document 003 planned them (003:103, 003:127–137). The third regional one is the one ahead, to which profiles are shared.
 */
export async function loadEvents(context: ViewerContext, area: DemonstrationArea): Promise<void> {
  const { db, today } = context;
  const random = createRandom(area.seed).fork('events-held');
  let sequence = 0;
  const id = () => {
    sequence = (sequence + 1) % 4096;
    return formatUuidv7(Date.parse(`${today}T08:00:00Z`), sequence, random.bytes(8));
  };
  const project = await db
    .selectFrom('projects.project')
    .select('id')
    .where('state', '=', 'running')
    .executeTakeFirst();
  const ahead = area.events[0];
  if (!project || !ahead) return;
  const day = (days: number): Day => workingDayFrom(addDays(today, days));
  const common = {
    municipality_code: '491',
    organiser_id: organisationId(area.organisations, 'miksei'),
    project_id: project.id,
    takes_profiles: false,
  };
  const regional = (fi: string, sv: string, en: string, on: Day) => ({
    ...common,
    id: id(),
    names: json({ fi, sv, en }),
    kind: 'regional',
    held_on: on,
    closes_at: `${on}T18:00:00.000Z`,
    starts_at: '10:00',
    ends_at: '15:00',
    place: 'Messukeskus, halli 2',
    languages: ['fi', 'en'],
    target_groups: ['jobseekers', 'companies'],
    work_package: '2',
  });
  const first = {
    ...regional(
      'Kevään rekrytointitapahtuma',
      'Vårens rekryteringsevenemang',
      'Spring recruitment event',
      day(-170),
    ),
    state: 'held',
    lessons:
      'Jono ovella puolessa tunnissa. Haastattelupisteitä oli liian vähän, ja osa yrityksistä lähti ennen iltapäivää.',
  };
  const second = {
    ...regional(
      'Syksyn rekrytointitapahtuma',
      'Höstens rekryteringsevenemang',
      'Autumn recruitment event',
      day(-45),
    ),
    state: 'held',
    follows_id: first.id,
    changes: 'Haastattelut ajanvarauksella, ja yritysten esittelyt jaettiin aamu- ja iltapäivään.',
    lessons: 'Ajanvaraus toimi. Seuraavalla kerralla englanninkielinen opastus myös ovelle.',
  };
  const fourth = {
    ...regional(
      'Kesätyöt ja kausityöt',
      'Sommarjobb och säsongsarbete',
      'Summer and seasonal jobs',
      day(120),
    ),
    state: 'planned',
    follows_id: ahead.id,
  };
  const information = [-150, -90, -30, 40].map((days, at) => ({
    ...common,
    id: id(),
    names: json({
      fi: `Kansainvälinen työvoima, infotilaisuus ${at + 1}`,
      sv: `Internationell arbetskraft, infotillfälle ${at + 1}`,
      en: `International workforce, information event ${at + 1}`,
    }),
    kind: 'information',
    held_on: day(days),
    closes_at: `${day(days)}T18:00:00.000Z`,
    link: 'https://info.polku.example',
    languages: ['fi'],
    target_groups: ['companies'],
    work_package: '3',
    state: days < 0 ? 'held' : 'planned',
    visitors: days < 0 ? [44, 39, 37][at] : null,
  }));
  for (const event of [first, second, ...information]) await insert(db, 'events.event', [event as never]);
  await db
    .updateTable('events.event')
    .set({
      project_id: project.id,
      work_package: '2',
      follows_id: second.id,
      starts_at: '10:00',
      ends_at: '15:00',
      place: 'Messukeskus, halli 2',
      languages: ['fi', 'en'],
      target_groups: ['jobseekers', 'companies'],
      changes: 'Englanninkielinen opastus ovelle, ja profiilit nähdään suostumuksella ennen tapahtumaa.',
    })
    .where('id', '=', ahead.id)
    .execute();
  await insert(db, 'events.event', [fourth as never]);
  const line = (event_id: string, position: number, kind: string, planned: number, used?: number) => ({
    id: id(),
    event_id,
    position,
    kind,
    planned_cents: euros(planned),
    used_cents: used === undefined ? null : euros(used),
  });
  await insert(db, 'events.cost', [
    ...[first.id, second.id, ahead.id, fourth.id].flatMap((event, at) => [
      line(event, 1, 'venue', 2_200, [2_150, 2_240][at]),
      line(event, 2, 'catering', 900, [870, 910][at]),
      line(event, 3, 'speakers', 400, [400, 0][at]),
    ]),
    ...information.map((event, at) => line(event.id, 1, 'publicity', 500, [480, 510, 455][at])),
  ]);
  const came = (event_id: string, at: string) => ({ event_id, noted_at: `${at}T12:00:00.000Z` });
  await insert(
    db,
    'events.company_presence',
    [first, second].flatMap((event, at) =>
      random
        .sample(area.companies, 14 + at * 4)
        .map((company) => ({ ...came(event.id, event.held_on), company_id: company.id })),
    ),
  );
  const members = area.pilotMembers
    .filter((member) => member.joinedOn !== undefined)
    .map(({ clientId }) => clientId);
  await insert(
    db,
    'events.person_presence',
    [first, second].flatMap((event, at) =>
      random
        .sample(members, Math.min(members.length, 16 + at * 6))
        .map((client_id) => ({ ...came(event.id, event.held_on), client_id })),
    ),
  );
}
