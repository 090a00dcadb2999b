import { setTimeout as delay } from 'node:timers/promises';
import { newId } from '../src/kernel/ids.ts';

/** A session and whom its worker answers for; a business adviser's names nobody. */
export interface Session {
  readonly cookie: string;
  readonly clients: readonly string[];
}

/** What the process is asked to do. */
export interface Load {
  readonly url: string;
  readonly sessions: readonly Session[];
  readonly needs: readonly string[];
  readonly companies: readonly string[];
  /** How long is measured, after 30 seconds of warming up. */
  readonly seconds: number;
  /** How many seconds a page is read on average. */
  readonly reading: number;
}

/** What it saw. */
export interface Told {
  readonly rows: readonly {
    what: string;
    p50: number;
    p95: number;
    max: number;
    answers: number;
    errors: number;
  }[];
  readonly rate: number;
  readonly errors: readonly string[];
}

const words = [
  '2 hitsaajaa tammikuussa',
  'lähihoitaja kotihoitoon',
  'sähköasentajia',
  'kokki lounaskeittiöön',
];

process.once('message', async (load: Load) => {
  process.send!(await carry(load), () => process.exit(0));
});

/** Every session opens a page, reads it, opens the next; times count from the asking to the last byte. */
async function carry({ url, sessions, needs, companies, seconds, reading }: Load): Promise<Told> {
  const times = new Map<string, number[]>();
  const failed = new Map<string, number>();
  const errors: string[] = [];
  const began = performance.now();
  const from = began + 30_000;
  const until = from + seconds * 1_000;
  const any = <T>(list: readonly T[]) => list[Math.floor(Math.random() * list.length)]!;
  const ask = async (what: string, path: string, init: RequestInit, wanted: readonly number[]) => {
    const asked = performance.now();
    let fault: string | undefined;
    let text = '';
    try {
      const answer = await fetch(url + path, init);
      text = await answer.text();
      if (!wanted.includes(answer.status)) fault = `${path}: ${answer.status}`;
    } catch (error) {
      fault = `${path}: ${error}`;
    }
    const now = performance.now();
    if (asked < from || now > until) return text;
    if (fault !== undefined) {
      failed.set(what, (failed.get(what) ?? 0) + 1);
      if (errors.length < 10) errors.push(fault);
    }
    times.set(what, [...(times.get(what) ?? []), now - asked]);
    return text;
  };
  const one = async ({ cookie, clients }: Session) => {
    const headers = { cookie, 'accept-language': 'fi' };
    const page = (what: string, path: string) => ask(what, path, { headers, redirect: 'manual' }, [200]);
    // People do not all come at the same instant.
    await delay(Math.random() * reading * 1_000);
    while (performance.now() < until) {
      const dice = Math.random();
      if (clients.length > 0) {
        if (dice < 0.4) await page("the adviser's work list", '/clients');
        else if (dice < 0.9) await page("a client's page", `/clients/${any(clients)}`);
        else await page("the adviser's first page", '/');
      } else if (dice < 0.3) await page('needs', '/needs');
      else if (dice < 0.6) await page('the people for a need', `/vacancies/${any(needs)}`);
      else if (dice < 0.85)
        await page('live count of a typed need', `/visit/count?need=${encodeURIComponent(any(words))}`);
      else {
        const form = await page('the form of a visit', '/visit');
        await ask(
          'a visit note',
          '/visit',
          {
            method: 'POST',
            redirect: 'manual',
            headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded', origin: url },
            body: new URLSearchParams({
              _form: 'visit',
              _csrf: /name="_csrf" value="([^"]+)"/.exec(form)?.[1] ?? '',
              key: newId(),
              companyId: any(companies),
              need: any(words),
              certainty: 'needed',
              intent: 'save',
            }),
          },
          [302, 303],
        );
      }
      await delay((0.5 + Math.random()) * reading * 1_000);
    }
  };
  await Promise.all(sessions.map(one));
  const summary = (what: string, list: readonly number[], faults: number) => {
    const sorted = list.toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
    return {
      what,
      p50: at(0.5),
      p95: at(0.95),
      max: sorted.at(-1) ?? 0,
      answers: list.length,
      errors: faults,
    };
  };
  const all = [...times.values()].flat();
  return {
    rows: [
      ...[...times].map(([what, list]) => summary(what, list, failed.get(what) ?? 0)),
      summary(
        'all',
        all,
        [...failed.values()].reduce((sum, count) => sum + count, 0),
      ),
    ],
    rate: all.length / seconds,
    errors,
  };
}
