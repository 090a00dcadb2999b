import { type Db, insert, json } from '#demo/insert.ts';
import { foundingDay, nextWorkingDay } from '#demo/making.ts';
import type { DemonstrationArea } from '#demo/shapes.ts';
import { userOf } from '#demo/users.ts';
import { addDays, addWorkingDays, type Day } from '#kernel/days.ts';
import { questionDeadline } from '#kernel/deadlines.ts';
import { formatUuidv7 } from '#kernel/ids.ts';
import { createRandom } from '#kernel/random.ts';

/**
 * One leadership group with its members by position, a meeting held and one ahead, an item in the form of document 001
 * (positions only, nobody's name), a bulletin and three questions.
 */
export async function loadGovernance(db: Db, area: DemonstrationArea): Promise<void> {
  const { today, users } = area;
  const idOf = idMaker(area.seed);
  const secretary = userOf(users, 'board-secretary');
  const manager = userOf(users, 'area-manager');
  const councillor = userOf(users, 'decision-maker');
  const adviser = userOf(users, 'adviser');
  const at = (day: Day, hour = 10) => `${day}T${String(hour).padStart(2, '0')}:00:00.000Z`;
  const bodyId = idOf(foundingDay);
  await insert(db, 'governance.body', [
    {
      id: bodyId,
      kind: 'leadership-group',
      names: json({
        fi: 'Työllisyyden johtoryhmä',
        sv: 'Ledningsgruppen för sysselsättning',
        en: 'Employment leadership group',
      }),
      municipality: 'Mikkeli',
      appointed_by: 'Mikkelin kaupunginhallitus työllisyysjohtajan esityksestä',
      valid_from: foundingDay,
    },
  ]);
  await insert(
    db,
    'governance.mandate',
    (
      [
        ['programme-board', 'Ohjaa työllisyysohjelmaa ja käsittelee puolivuosiraportit', 'työllisyysohjelma'],
        ['joint-service-board', 'Monialaisen yhteispalvelun johtoryhmä', 'Laki 381/2023'],
      ] as const
    ).map(([role, task, basis]) => ({
      id: idOf(foundingDay),
      body_id: bodyId,
      role,
      task,
      basis,
      valid_from: foundingDay,
    })),
  );
  const seats = [
    ['chair', 'kaupunginjohtaja', 'Mikkelin kaupunki', undefined],
    ['vice-chair', 'kunnanvaltuutettu', 'Juvan kunta', councillor.id],
    ['member', 'kunnanjohtaja', 'Kangasniemen kunta', undefined],
    ['member', 'kunnanjohtaja', 'Mäntyharjun kunta', undefined],
    ['member', 'palvelujohtaja', 'Etelä-Savon hyvinvointialue', undefined],
    ['member', 'yhteyspäällikkö', 'Kansaneläkelaitos', undefined],
    ['expert', 'työllisyysjohtaja', 'Mikkelin seudun työllisyysalue', manager.id],
    ['secretary', 'johtoryhmän sihteeri', 'Mikkelin kaupunki', secretary.id],
  ] as const;
  const members = seats.map(([capacity, position, organisation, account]) => ({
    id: idOf(foundingDay),
    body_id: bodyId,
    capacity,
    position,
    organisation,
    account_id: account ?? null,
    valid_from: foundingDay,
    recorded_at: at(foundingDay),
    recorded_by: secretary.id,
  }));
  await insert(db, 'governance.member', members);
  const heldOn = nextWorkingDay(addDays(today, -16));
  const aheadOn = nextWorkingDay(addDays(today, 9));
  const [held, ahead] = [idOf(heldOn), idOf(today)];
  const meeting = {
    body_id: bodyId,
    begins_at: '09:00',
    place: 'Mikkelin kaupungintalo',
    made_by: secretary.id,
  };
  await insert(db, 'governance.meeting', [
    {
      ...meeting,
      id: held,
      held_on: heldOn,
      number: `4/${heldOn.slice(0, 4)}`,
      state: 'held',
      called_on: addDays(heldOn, -7),
      made_at: at(addDays(heldOn, -20)),
    },
    {
      ...meeting,
      id: ahead,
      held_on: aheadOn,
      number: `5/${aheadOn.slice(0, 4)}`,
      state: 'planned',
      made_at: at(addDays(today, -2)),
    },
  ]);
  await insert(
    db,
    'governance.attendance',
    members.map((member, place) => ({
      meeting_id: held,
      member_id: member.id,
      presence: place === 3 ? 'absent' : place === 5 ? 'remote' : 'present',
    })),
  );
  await loadItems({ db, idOf, bodyId, held, ahead, heldOn, today, by: secretary.id });
  const itemId = (
    await db
      .selectFrom('governance.item')
      .select('id')
      .where('state', '=', 'notified')
      .executeTakeFirstOrThrow()
  ).id;
  await insert(
    db,
    'governance.receiver',
    (
      [
        ['työllisyysjohtaja', 'Mikkelin seudun työllisyysalue', manager.id, true],
        ['kunnanvaltuutettu', 'Juvan kunta', councillor.id, false],
        ['yritysneuvoja', 'Mikkelin kehitysyhtiö Miksei Oy', adviser.id, false],
        ['palvelupäällikkö', 'Etelä-Savon hyvinvointialue', undefined, false],
      ] as const
    ).map(([position, organisation, account, read], place) => ({
      id: idOf(heldOn),
      item_id: itemId,
      place: place + 1,
      position,
      organisation,
      account_id: account ?? null,
      sent_at: at(addDays(heldOn, 1)),
      read_at: read ? at(addDays(heldOn, 2)) : null,
      read_noted_by: read ? 'receiver' : null,
    })),
  );
  await loadOutreach(db, area, idOf);
}

interface Agenda {
  db: Db;
  idOf: (day: Day) => string;
  bodyId: string;
  held: string;
  ahead: string;
  heldOn: Day;
  today: Day;
  by: string;
}

async function loadItems({ db, idOf, bodyId, held, ahead, heldOn, today, by }: Agenda): Promise<void> {
  const [decided, draft] = [idOf(heldOn), idOf(today)];
  const [note, decide] = [idOf(heldOn), idOf(heldOn)];
  const preparers = json([{ position: 'hallintojohtaja' }]);
  const presenter = json({ position: 'työllisyysjohtaja' });
  const common = { body_id: bodyId, language: 'fi', preparers, presenter, made_by: by };
  await insert(db, 'governance.item', [
    {
      ...common,
      id: decided,
      meeting_id: held,
      place: 1,
      section: 12,
      heading: 'Osallistuminen kohtaantohankkeen valmisteluun',
      register_numbers: [`MLIDno-${heldOn.slice(0, 4)}-414`],
      mandate_role: 'programme-board',
      state: 'notified',
      result: 'accepted',
      decided_on: heldOn,
      notified_on: addDays(heldOn, 1),
      made_at: `${addDays(heldOn, -10)}T10:00:00Z`,
    },
    {
      ...common,
      id: draft,
      meeting_id: ahead,
      place: 1,
      heading: 'Yhteispalvelun aukioloajat',
      mandate_role: 'joint-service-board',
      state: 'draft',
      made_at: `${addDays(today, -1)}T10:00:00Z`,
    },
  ]);
  const part = (item: string, place: number, kind: string, text: string) => ({
    id: idOf(today),
    item_id: item,
    place,
    kind,
    text,
  });
  await insert(db, 'governance.part', [
    part(
      decided,
      1,
      'background',
      'Alueen kunnat ja kehitysyhtiö valmistelevat yhteistä hanketta, jossa piilotyöpaikat ja työnhakijoiden osaaminen saadaan kohtaamaan.\n\nHankkeen keskeiset tavoitteet:\n\n• Kartoittaa osaaminen yhdellä tavalla kaikissa kunnissa.\n• Tiedottaa valmistelun etenemisestä ja ottaa vastaan kysymyksiä.\n\nKuntien osuus valmistelusta on 1 752,00 euroa. Osallistumisesta on ilmoitettu hakijalle sähköpostitse, jotta hakemusta on voitu kiirehtiä.',
    ),
    part(decided, 2, 'legal-basis', 'Johtoryhmän toimintasääntö 4 §'),
    part(decided, 3, 'appeal', 'Päätös koskee valmistelua, eikä siitä voi valittaa (kuntalaki 136 §).'),
    part(
      draft,
      1,
      'background',
      'Yhteispalvelun vastaanotto on avoinna kolmena päivänä viikossa. Asiakkaat ovat toivoneet iltaa.',
    ),
  ]);
  const outcome = (id: string, item: string, place: number, kind: string, text: string, taken: boolean) => ({
    id,
    item_id: item,
    place,
    kind,
    proposed: text,
    decided: taken ? text : null,
  });
  await insert(db, 'governance.decision', [
    outcome(note, decided, 1, 'note', 'Johtoryhmä merkitsee tiedoksi hankehakemuksen valmistelun.', true),
    outcome(
      decide,
      decided,
      2,
      'decide',
      'Johtoryhmä päättää, että työllisyysalue on mukana hankkeen valmistelussa 1 752,00 euron osuudella.',
      true,
    ),
    outcome(idOf(today), draft, 1, 'decide', 'Vastaanotto on avoinna torstaisin klo 18 asti.', false),
  ]);
  await insert(db, 'governance.commitment', [
    {
      id: idOf(heldOn),
      item_id: decided,
      body_id: bodyId,
      text: 'Työllisyysalue on mukana hankkeen valmistelussa',
      made_on: addDays(heldOn, -17),
      channel: 'email',
      cents: 175_200,
      condition: 'jos hanke saa myönteisen rahoituspäätöksen',
      decision_id: decide,
    },
  ]);
  await insert(
    db,
    'governance.attachment',
    ['Hakemus', 'Hankkeen kuvaus'].map((name, place) => ({
      id: idOf(heldOn),
      item_id: decided,
      place: place + 1,
      name,
    })),
  );
}

async function loadOutreach(db: Db, area: DemonstrationArea, idOf: (day: Day) => string): Promise<void> {
  const { today, users } = area;
  const comms = userOf(users, 'comms');
  const manager = userOf(users, 'area-manager');
  const expert = userOf(users, 'expert-mikkeli');
  const outDay = addDays(today, -6);
  const bulletinId = idOf(outDay);
  await insert(db, 'outreach.bulletin', [
    {
      id: bulletinId,
      titles: json({
        fi: 'Rekrytointitapahtuma Mikkelissä',
        sv: 'Rekryteringsevenemang i S:t Michel',
        en: 'Recruitment event in Mikkeli',
      }),
      texts: json({
        fi: 'Alueen työnantajat tapaavat työnhakijoita Mikkelissä. Tilaisuus on maksuton.\n\nTule juttelemaan, vaikka et vielä tietäisi, mitä haet.',
        sv: 'Arbetsgivare i regionen träffar arbetssökande i S:t Michel. Evenemanget är gratis.\n\nKom och prata även om du inte ännu vet vad du söker.',
        en: 'Employers of the region meet jobseekers in Mikkeli. The event is free.\n\nCome and talk even if you do not know yet what you are looking for.',
      }),
      state: 'published',
      author_id: comms.id,
      made_at: `${addDays(outDay, -2)}T08:00:00Z`,
      changed_at: `${addDays(outDay, -1)}T08:00:00Z`,
      version: 2,
      asked_at: `${addDays(outDay, -1)}T09:00:00Z`,
      approved_by: manager.id,
      published_at: `${outDay}T07:00:00Z`,
    },
  ]);
  await insert(db, 'outreach.contributor', [
    { bulletin_id: bulletinId, account_id: comms.id, part: 'writer' },
  ]);
  await insert(db, 'outreach.audience', [
    { bulletin_id: bulletinId, kind: 'public' },
    { bulletin_id: bulletinId, kind: 'role', value: 'decision-maker' },
  ]);
  await insert(
    db,
    'outreach.delivery',
    users
      .filter((user) => user.role === 'decision-maker')
      .map((user) => ({ bulletin_id: bulletinId, account_id: user.id, sent_at: `${outDay}T07:00:00Z` })),
  );
  const lateDay = addWorkingDays(today, -7);
  const freshDay = addWorkingDays(today, -1);
  const answeredDay = addWorkingDays(today, -12);
  const question = (id: string, askedOn: Day, topic: string, text: string) => {
    const { due, ruleId } = questionDeadline(askedOn, 'other');
    return {
      id,
      topic,
      language: 'fi',
      text,
      asked_at: `${askedOn}T09:30:00Z`,
      asked_on: askedOn,
      token_hash: Buffer.from(id.replaceAll('-', ''), 'hex'),
      due_on: due,
      rule_id: ruleId,
    };
  };
  const answered = idOf(answeredDay);
  const answeredOn = addWorkingDays(answeredDay, 3);
  await insert(db, 'outreach.question', [
    {
      ...question(idOf(lateDay), lateDay, 'project', 'Miten yritys pääsee mukaan kohtaantohankkeeseen?'),
      state: 'open',
      owner_id: expert.id,
    },
    {
      ...question(
        idOf(freshDay),
        freshDay,
        'services',
        'Voiko työnhakukeskustelun pitää etänä Puumalasta käsin?',
      ),
      state: 'open',
    },
    {
      ...question(
        answered,
        answeredDay,
        'services',
        'Olen muuttanut Juvalle. Missä työllisyyspalvelut ovat täällä?',
      ),
      state: 'answered',
      owner_id: expert.id,
      answer: 'Juvalla palvelee kunnantalon neuvonta arkisin, ja keskustelun voi varata myös puhelimeen.',
      answered_by: expert.id,
      answered_at: `${answeredOn}T11:00:00Z`,
      answered_on: answeredOn,
    },
  ]);
  await insert(db, 'outreach.published_answer', [
    {
      question_id: answered,
      topic: 'services',
      questions: json({
        fi: 'Missä työllisyyspalvelut ovat Juvalla?',
        sv: 'Var finns sysselsättningstjänsterna i Juva?',
        en: 'Where are employment services in Juva?',
      }),
      answers: json({
        fi: 'Kunnantalon neuvonnassa arkisin. Keskustelun voi varata myös puhelimeen.',
        sv: 'I kommunhusets rådgivning på vardagar. Samtalet kan också bokas per telefon.',
        en: 'At the town hall’s service desk on weekdays. A talk can also be booked by phone.',
      }),
      author_id: expert.id,
      asked_at: `${answeredOn}T12:00:00Z`,
      approved_by: comms.id,
      published_at: `${addDays(answeredOn, 1)}T08:00:00Z`,
    },
  ]);
  const common = { changed_at: `${today}T08:00:00Z`, changed_by: comms.id };
  await insert(db, 'outreach.plan_action', [
    {
      id: idOf(today),
      ...common,
      aim: 'Työnantajat tietävät, että piilotyöpaikasta voi kertoa ilman ilmoitusta',
      audience: 'pienet yritykset',
      channel: 'print',
      planned_on: addDays(today, -30),
      done_on: addDays(today, -27),
      owner: 'viestintä',
      effect: 'yritysten yhteydenotot',
      effect_planned: 20,
      effect_actual: 14,
      cost_planned: 300_000,
      cost_actual: 281_050,
      budget_line: 'Pilotti: TP2 painokulut',
    },
    {
      id: idOf(today),
      ...common,
      aim: 'Päättäjät tietävät, mitä rahalla on saatu',
      audience: 'kunnanvaltuutetut',
      channel: 'briefing',
      planned_on: addDays(today, 21),
      owner: 'työllisyysjohtaja',
      effect: 'osallistujat',
      effect_planned: 40,
      cost_planned: 0,
    },
    {
      id: idOf(today),
      ...common,
      aim: 'Tapahtuma tavoittaa työnhakijat',
      audience: 'työnhakijat',
      channel: 'social-media',
      planned_on: addDays(today, -3),
      owner: 'viestintä',
      effect: 'sivun lukijat',
      effect_planned: 500,
      cost_planned: 150_000,
      budget_line: 'Pilotti: TP3 julkinen tiedotus',
    },
  ]);
}

function idMaker(seed: number): (day: Day) => string {
  const random = createRandom(seed).fork('governance');
  let sequence = 0;
  return (day) => {
    sequence += 1;
    return formatUuidv7(Date.parse(`${day}T10:00:00Z`), sequence, random.bytes(8));
  };
}
