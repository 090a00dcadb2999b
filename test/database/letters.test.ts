import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransactionAs } from '#access';
import { languages } from '#kernel/localised.ts';
import { systemViewer } from '#kernel/viewer.ts';
import { letterWaits, sendLetters, stateOfLetters, wordsOf } from '#server/letters.ts';
import { deliverOutbox } from '#server/outbox.ts';
import { addAccount, type TestAccount } from '#test/fixtures/accounts.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { findText } from '#texts';
import { informingNotices, notify } from '#use-case';
import { type MailTransport, smtpMail } from '../../src/connectors/mail/index.ts';

const from = { name: 'Mikkelin seutu', address: 'polku@alue.example' };
const start = '2026-11-20T10:00:00.000Z';

/** A mail server of its own, which does to a message what it is told. */
class MailServer {
  readonly received: { to: string; text: string; id: string }[] = [];
  onRecipient: (address: string) => number | 'silent' | undefined = () => undefined;
  onData: (address: string) => number | 'silent' | 'silent-after' | undefined = () => undefined;
  #server: SMTPServer | undefined;
  port = 0;

  async open(options: SMTPServerOptions = {}): Promise<void> {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, done) => {
        const answer = this.onRecipient(address);
        if (answer === 'silent') return;
        done(answer === undefined ? null : failure(answer));
      },
      onData: (stream, { envelope }, done) => {
        const to = envelope.rcptTo[0]!.address;
        let text = '';
        stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
        stream.on('end', () => {
          const answer = this.onData(to);
          if (typeof answer === 'number') return done(failure(answer));
          if (answer === 'silent') return;
          this.received.push({ to, text, id: /^Message-ID: (.*)$/im.exec(text)?.[1] ?? '' });
          if (answer !== 'silent-after') done();
        });
      },
      ...options,
    });
    this.#server.on('error', () => {});
    const listening = this.#server.listen(this.port, '127.0.0.1');
    await once(listening, 'listening');
    this.port = (listening.address() as { port: number }).port;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.#server!.close(resolve));
  }
}

const failure = (responseCode: number) =>
  Object.assign(new Error(`not now (${responseCode})`), { responseCode });

describe.each(databaseKinds)('letters on the %s database', (kind) => {
  let app: TestApp;
  let aino: TestAccount;
  let malin: TestAccount;
  let server: MailServer;
  let mail: MailTransport;
  /** Waits a moment only, for a server that says nothing. */
  let impatient: MailTransport;
  beforeAll(async () => {
    app = await openTestApp(kind, start);
    aino = await addAccount(app, {
      name: 'Aino Esimerkki',
      role: 'client',
      language: 'fi',
      email: 'aino@post.example',
    });
    malin = await addAccount(app, {
      name: 'Malin Åström',
      role: 'client',
      language: 'sv',
      email: 'malin@post.example',
    });
    await addAccount(app, { name: 'Ei Postia', role: 'client' });
  });
  afterAll(() => app.database.close());
  beforeEach(async () => {
    app.clock.moveTo(start);
    server = new MailServer();
    await server.open();
    mail = smtpMail(`smtp://127.0.0.1:${server.port}`, from);
    impatient = smtpMail(`smtp://127.0.0.1:${server.port}`, from, { socketTimeout: 300 });
  });
  afterEach(async () => {
    mail.close?.();
    impatient.close?.();
    await server.close();
    await app.database.pool.query(
      'truncate outbox.letter, outbox.message, outbox.notification, outbox.unwanted_letter',
    );
  });

  const tell = (...notices: Parameters<typeof notify>[1][]) =>
    inTransactionAs(app, systemViewer, 'upkeep', async (context) => {
      await notify(context, ...notices);
    }).then(() => deliverOutbox({ app }));
  const send = (by = mail) => sendLetters({ app, mail: by, publicUrl: () => 'https://polku.example' });
  const later = (minutes: number) =>
    app.clock.moveTo(new Date(app.clock.now().getTime() + minutes * 60_000).toISOString());
  const asked = (account: TestAccount) => ({
    accountId: account.accountId,
    kind: 'consent-asked',
    params: { company: 'Konepaja Virta Oy' },
    link: '/my/consents',
  });
  const shownOn = async (account: TestAccount) =>
    (
      await app.database.pool.query(
        'select count(*)::int as n from outbox.notification where account_id = $1',
        [account.accountId],
      )
    ).rows[0].n;

  it('say each receiver’s own subject and sentence, and name no employer', async () => {
    await tell(asked(aino), asked(malin));
    expect(await letterWaits(app)).toBe(true);
    expect(await send()).toEqual({ sent: 2, again: 0, givenUp: 0 });
    expect(await letterWaits(app)).toBe(false);
    const [first, second] = server.received.toSorted((a, b) => (a.to < b.to ? -1 : 1));
    expect([first!.to, second!.to]).toEqual(['aino@post.example', 'malin@post.example']);
    const body = ({ text }: { text: string }) =>
      Buffer.from(text.split('\r\n\r\n').slice(1).join(''), 'base64').toString();
    const subject = ({ text }: { text: string }) =>
      [...text.matchAll(/=\?utf-8\?B\?(.*?)\?=/gi)]
        .map(([, word]) => Buffer.from(word!, 'base64').toString())
        .join('') ||
      [...text.matchAll(/=\?utf-8\?Q\?(.*?)\?=/gi)]
        .map(([, word]) => decodeURIComponent(word!.replaceAll('_', ' ').replaceAll('=', '%')))
        .join('');
    expect(subject(first!)).toContain('Sinulta pyydetään lupaa');
    expect(first!.text).toContain('Auto-Submitted: auto-generated');
    expect(body(first!)).toContain('saako sinusta kertoa työnantajalle');
    expect(body(first!)).toContain('https://polku.example/my/consents');
    expect(body(second!)).toContain('får man berätta om dig');
    for (const letter of server.received) expect(body(letter) + letter.text).not.toContain('Virta');
  });

  it('a mail server that is away keeps no notice from its page, and gets the letter later, once', async () => {
    await server.close();
    await tell(asked(aino));
    expect(await shownOn(aino)).toBe(1);
    expect(await send()).toEqual({ sent: 0, again: 1, givenUp: 0 });
    expect(await letterWaits(app)).toBe(false);
    await server.open();
    expect(await send()).toEqual({ sent: 0, again: 0, givenUp: 0 });
    later(1);
    expect(await send()).toEqual({ sent: 1, again: 0, givenUp: 0 });
    later(1_000);
    expect(await send()).toEqual({ sent: 0, again: 0, givenUp: 0 });
    expect(server.received).toHaveLength(1);
  });

  it('a refusal for now is tried again, later each time; one for good is not, and the others pass', async () => {
    server.onRecipient = (address) => (address.startsWith('aino') ? 451 : undefined);
    await tell(asked(aino), asked(malin));
    expect(await send()).toEqual({ sent: 1, again: 1, givenUp: 0 });
    later(1);
    expect(await send()).toMatchObject({ again: 1 });
    later(1);
    expect(await send()).toMatchObject({ again: 0 });
    later(4);
    server.onRecipient = (address) => (address.startsWith('aino') ? 550 : undefined);
    expect(await send()).toEqual({ sent: 0, again: 0, givenUp: 1 });
    later(10_000);
    expect(await send()).toEqual({ sent: 0, again: 0, givenUp: 0 });
    expect(await stateOfLetters(app)).toEqual({ waiting: 0, oldest: undefined, givenUp: 1 });
    expect(server.received.map(({ to }) => to)).toEqual(['malin@post.example']);
  });

  it('a refused message is given up, a server that says wait is not', async () => {
    server.onData = () => 452;
    await tell(asked(aino));
    expect(await send()).toMatchObject({ again: 1 });
    later(1);
    server.onData = () => 554;
    expect(await send()).toMatchObject({ givenUp: 1 });
    expect(server.received).toEqual([]);
  });

  it('a server that falls silent is left, and gets the letter later', async () => {
    server.onRecipient = () => 'silent';
    await tell(asked(aino));
    expect(await send(impatient)).toMatchObject({ again: 1 });
    server.onRecipient = () => undefined;
    server.onData = () => 'silent';
    later(1);
    expect(await send(impatient)).toMatchObject({ again: 1 });
    server.onData = () => undefined;
    later(5);
    expect(await send()).toMatchObject({ sent: 1 });
    expect(server.received).toHaveLength(1);
  });

  it('when the answer was lost the letter goes again under the same name, by which a mail program shows one', async () => {
    server.onData = () => 'silent-after';
    await tell(asked(aino));
    expect(await send(impatient)).toMatchObject({ again: 1 });
    server.onData = () => undefined;
    later(1);
    expect(await send()).toMatchObject({ sent: 1 });
    expect(server.received).toHaveLength(2);
    expect(new Set(server.received.map(({ id }) => id)).size).toBe(1);
  });

  it('one that was in the hand of a process that died is sent by another, and never by two at once', async () => {
    await tell(...Array.from({ length: 12 }, () => asked(aino)));
    await app.database.pool.query(
      `update outbox.letter set sending_since = $1, attempts = 1 where id = (select id from outbox.letter limit 1)`,
      [start],
    );
    const all = await Promise.all([send(), send(), send()]);
    expect(all.reduce((sum, { sent }) => sum + sent, 0)).toBe(11);
    later(16);
    expect(await send()).toMatchObject({ sent: 1 });
    expect(new Set(server.received.map(({ id }) => id)).size).toBe(12);
    expect(server.received).toHaveLength(12);
  });

  it('goes twenty times at most, over days', async () => {
    await server.close();
    await tell(asked(aino));
    const began = app.clock.now().getTime();
    for (let tries = 1; tries < 20; tries++) {
      expect(await send()).toMatchObject({ again: 1 });
      later(480);
    }
    expect(await send()).toMatchObject({ givenUp: 1 });
    expect(app.clock.now().getTime() - began).toBeGreaterThan(4 * 86_400_000);
    await server.open();
  });

  it('what only informs may be left out of one’s mail; it stands on the page all the same', async () => {
    await app.database.pool.query('insert into outbox.unwanted_letter (account_id, kind) values ($1, $2)', [
      malin.accountId,
      'bulletin-published',
    ]);
    await tell(
      {
        accountId: malin.accountId,
        kind: 'bulletin-published',
        params: { title: 'Uutta' },
        link: '/bulletins/1',
      },
      {
        accountId: aino.accountId,
        kind: 'bulletin-published',
        params: { title: 'Uutta' },
        link: '/bulletins/1',
      },
    );
    expect(await send()).toMatchObject({ sent: 1 });
    expect(server.received.map(({ to }) => to)).toEqual(['aino@post.example']);
    expect(await shownOn(malin)).toBe(1);
  });

  it('an account that was closed meanwhile gets none', async () => {
    await tell(asked(aino));
    await app.database.pool.query('update access.account set disabled_at = now() where id = $1', [
      aino.accountId,
    ]);
    expect(await send()).toMatchObject({ givenUp: 1 });
    await app.database.pool.query('update access.account set disabled_at = null where id = $1', [
      aino.accountId,
    ]);
  });
});

describe('the words of letters', () => {
  const places = new Set(['day', 'section', 'title', 'goal', 'programme', 'number', 'workingDays']);
  const params = Object.fromEntries(
    ['company', 'vacancy', 'name', 'job', 'message', 'why', 'reason', 'heading', ...places].map((place) => [
      place,
      `«${place}»`,
    ]),
  );

  const kinds = globSync('src/modules/*/texts/notices.*.tsv')
    .flatMap((file) => readFileSync(file, 'utf8').split('\n').slice(1))
    .flatMap((line) => line.split('\t')[0]!.split(' '))
    .filter((key) => key !== '' && !/-(?:subject|letter)$/.test(key))
    .map((key) => key.replace(/_(?:one|other)$/, ''));

  it('are there for every notice that may be left out', () => {
    expect(kinds.length).toBeGreaterThan(35);
    expect(informingNotices.filter((kind) => !kinds.includes(kind))).toEqual([]);
  });

  it.each(languages)('have a subject of their own, and name nobody (%s)', (language) => {
    for (const kind of kinds) {
      expect(findText(language, `notices:${kind}-subject`, {}), kind).toBeDefined();
      const { subject, text } = wordsOf(
        { kind, params: { ...params, count: '2' }, link: '/', hasAccount: true },
        language,
        'https://polku.example',
      );
      for (const [, place] of `${subject}${text}`.matchAll(/«(\w+)»/g))
        expect(places.has(place!), `${kind} ${place}`).toBe(true);
    }
  });
});
