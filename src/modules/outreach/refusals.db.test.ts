import { afterAll, beforeAll, describe, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { unwrap } from '#kernel/result.ts';
import { publicViewer, type Role, type Viewer } from '#kernel/viewer.ts';
import { addAccount } from '#test/fixtures/accounts.ts';
import { openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { type AnyUseCase, expectRefused, type Refusing } from '#test/fixtures/refusals.ts';
import { runUseCase } from '#use-case';
import { outreach } from './index.ts';

const code = '010190-900X';

describe('what telling and asking refuse', () => {
  let app: TestApp;
  const who = {} as Record<'writer' | 'approver' | 'expert' | 'other', Viewer>;
  const bulletin = { draft: '', bare: '', waiting: '', out: '', coded: '' };
  const question = { open: '', mine: '', answered: '', offered: '', out: '' };

  // biome-ignore lint/suspicious/noExplicitAny: the outcome of whichever use case
  const done = async (name: keyof typeof outreach, viewer: Viewer, input: object): Promise<any> =>
    unwrap(await runUseCase(app, viewer, outreach[name] as never, input));
  const row = (name: keyof typeof outreach, viewer: Viewer, input: object, refusal: string): Refusing => [
    outreach[name] as unknown as AnyUseCase,
    viewer,
    input,
    refusal,
  ];
  const words = (fi = 'Hanke alkaa tammikuussa.') => ({ titles: { fi: 'Hanke alkaa' }, texts: { fi } });

  beforeAll(async () => {
    app = await openTestApp('embedded', '2026-11-20');
    const viewerOf = async (name: string, role: Role): Promise<Viewer> => {
      const { accountId } = await addAccount(app, { name, role });
      return { accountId, name, role, language: 'fi' };
    };
    who.writer = await viewerOf('Viestijä', 'comms');
    who.approver = await viewerOf('Johtaja', 'area-manager');
    who.expert = await viewerOf('Neuvoja', 'business');
    who.other = await viewerOf('Toinen', 'business');
    const save = async (more: object = {}) =>
      (await done('saveBulletin', who.writer, { ...words(), audiences: { open: ['public'] }, ...more }))
        .bulletinId;
    bulletin.draft = await save();
    bulletin.bare = await save({ audiences: {} });
    bulletin.coded = await save(words(`Tunnus ${code}`));
    bulletin.waiting = await save(words('Soita 040 123 4567.'));
    bulletin.out = await save();
    for (const bulletinId of [bulletin.waiting, bulletin.out])
      await done('askApproval', who.writer, { bulletinId });
    await done('approveBulletin', who.approver, { bulletinId: bulletin.out, version: 1 });
    await app.database.pool.query(`update outreach.bulletin set state = 'waiting' where id = $1`, [
      bulletin.coded,
    ]);

    for (const name of Object.keys(question) as (keyof typeof question)[]) {
      await done('ask', who.other, { topic: 'services', text: `Mistä saan apua: ${name}?`, language: 'fi' });
      const { rows } = await app.database.pool.query<{ id: string }>(
        'select id from outreach.question order by id desc limit 1',
      );
      question[name] = rows[0]!.id;
      if (name === 'open') continue;
      await done('giveQuestion', who.approver, { questionId: question[name], ownerId: who.expert.accountId });
      if (name !== 'mine')
        await done('answerQuestion', who.expert, {
          questionId: question[name],
          answer: 'Työllisyyspalveluista.',
        });
    }
    const offer = { questions: { fi: 'Mistä apua?' }, answers: { fi: 'Työllisyyspalveluista.' } };
    for (const questionId of [question.offered, question.out])
      await done('offerAnswer', who.expert, { questionId, ...offer });
    await done('settleAnswer', who.approver, { questionId: question.out, publish: true });
  });
  afterAll(() => app.close());

  it('bulletins that are not there, out already, unread, or tell of a person', async () => {
    const { writer, approver, expert } = who;
    const gone = newId();
    const approve = (bulletinId: string, refusal: string, viewer = approver, version = 1) =>
      row('approveBulletin', viewer, { bulletinId, version }, refusal);
    await expectRefused(app, [
      row('openBulletin', writer, { bulletinId: gone }, 'not-found'),
      row('saveBulletin', writer, { bulletinId: gone, ...words() }, 'not-found'),
      row('saveBulletin', writer, { bulletinId: bulletin.out, ...words() }, 'published-already'),
      row(
        'saveBulletin',
        writer,
        { bulletinId: bulletin.draft, version: 9, ...words() },
        'written-meanwhile',
      ),
      row('askApproval', writer, { bulletinId: gone }, 'not-found'),
      row('askApproval', writer, { bulletinId: bulletin.waiting }, 'asked-already'),
      row('askApproval', writer, { bulletinId: bulletin.bare }, 'audience-missing'),
      approve(gone, 'not-found'),
      approve(bulletin.draft, 'not-waiting'),
      approve(bulletin.waiting, 'other-version-read', approver, 2),
      approve(bulletin.waiting, 'personal-data-unconfirmed'),
      approve(bulletin.waiting, 'own-words', { ...writer, role: 'area-manager' }),
      approve(bulletin.coded, 'identity-code-in-text'),
      row('returnBulletin', approver, { bulletinId: gone, why: 'x' }, 'not-found'),
      row('returnBulletin', approver, { bulletinId: bulletin.draft, why: 'x' }, 'not-waiting'),
      row('remarkBulletin', writer, { bulletinId: gone, text: 'x' }, 'not-found'),
      row('remarkBulletin', writer, { bulletinId: bulletin.out, text: 'x' }, 'published-already'),
      row('askExpert', writer, { bulletinId: gone, accountId: expert.accountId! }, 'not-found'),
      row(
        'askExpert',
        writer,
        { bulletinId: bulletin.out, accountId: expert.accountId! },
        'published-already',
      ),
      row('removeBulletinDraft', writer, { bulletinId: gone }, 'not-found'),
      row('removeBulletinDraft', writer, { bulletinId: bulletin.waiting }, 'not-a-draft'),
    ]);
    await app.database.pool.query(`update outreach.bulletin set state = 'draft' where id = $1`, [
      bulletin.coded,
    ]);
    await expectRefused(app, [
      row('askApproval', writer, { bulletinId: bulletin.coded }, 'identity-code-in-text'),
    ]);
  });

  it('actions that are done and dropped, ahead, or have an effect without a name', async () => {
    const action = {
      aim: 'Tavoite',
      audience: 'Kaikki',
      channel: 'press',
      plannedOn: '2026-11-20',
      owner: 'Viestijä',
    };
    const save = (more: object, refusal: string) =>
      row('saveAction', who.writer, { ...action, ...more }, refusal);
    await expectRefused(app, [
      save({ actionId: newId() }, 'not-found'),
      save({ doneOn: '2026-11-20', droppedWhy: 'Ei ehditty' }, 'done-and-dropped'),
      save({ doneOn: '2026-11-21' }, 'done-ahead'),
      save({ effectPlanned: 1 }, 'effect-unnamed'),
      save({ effectActual: 1 }, 'effect-unnamed'),
    ]);
  });

  it('questions that are another’s, answered, or not to be let out', async () => {
    const { expert, other, approver } = who;
    const gone = newId();
    const ownerId = other.accountId!;
    const offer = { questions: { fi: 'Mistä apua?' }, answers: { fi: 'Palveluista.' } };
    const offered = (questionId: string, refusal: string, more: object = {}, viewer = expert) =>
      row('offerAnswer', viewer, { questionId, ...offer, ...more }, refusal);
    await expectRefused(app, [
      row('openQuestion', expert, { questionId: gone }, 'not-found'),
      row('giveQuestion', expert, { questionId: gone, ownerId }, 'not-found'),
      row('giveQuestion', approver, { questionId: question.answered, ownerId }, 'answered-already'),
      row(
        'giveQuestion',
        other,
        { questionId: question.mine, ownerId: expert.accountId! },
        'not-yours-to-give',
      ),
      row('giveQuestion', approver, { questionId: question.mine, ownerId: gone }, 'no-such-owner'),
      row('answerQuestion', expert, { questionId: gone, answer: 'x' }, 'not-found'),
      row('answerQuestion', expert, { questionId: question.answered, answer: 'x' }, 'answered-already'),
      row('answerQuestion', other, { questionId: question.mine, answer: 'x' }, 'not-the-owner'),
      row('closeQuestion', expert, { questionId: gone, why: 'x' }, 'not-found'),
      row('closeQuestion', expert, { questionId: question.answered, why: 'x' }, 'answered-already'),
      row('closeQuestion', other, { questionId: question.mine, why: 'x' }, 'not-the-owner'),
      offered(gone, 'not-found'),
      offered(question.mine, 'not-answered'),
      offered(question.answered, 'not-the-owner', {}, other),
      offered(question.out, 'published-already'),
      offered(question.answered, 'identity-code-in-text', { answers: { fi: `Tunnus ${code}` } }),
      offered(question.answered, 'personal-data-unconfirmed', { answers: { fi: 'Soita 040 123 4567.' } }),
      row('settleAnswer', approver, { questionId: gone, publish: true }, 'not-found'),
      row('settleAnswer', approver, { questionId: question.out, publish: true }, 'published-already'),
      row('settleAnswer', { ...expert, role: 'area-manager' }, { questionId: question.offered, publish: true }, 'own-words'), // biome-ignore format: one line
      row('settleAnswer', approver, { questionId: question.offered, publish: false }, 'reason-needed'),
    ]);
  });

  it('what a machine or a crowd sends', async () => {
    const visitor = publicViewer('fi');
    const ask = { topic: 'services', text: 'Mistä saan apua työnhakuun?', language: 'fi' };
    await app.database.pool.query(`
      insert into outreach.question select (jsonb_populate_record(q, jsonb_build_object('id', gen_random_uuid(), 'asker_id', null,
        'token_hash', '\\x' || md5(n::text)))).* from outreach.question q, generate_series(1, 200) n where q.id = '${question.open}'`);
    await expectRefused(app, [
      row('ask', visitor, { ...ask, trap: 'x' }, 'looks-like-spam'),
      row('ask', visitor, { ...ask, text: 'http://a.fi http://b.fi http://c.fi' }, 'looks-like-spam'),
      row('ask', visitor, { ...ask, text: 'Numeroni on 040 123 4567.' }, 'personal-data-unconfirmed'),
      row('ask', visitor, ask, 'too-many'),
    ]);
  });
});
