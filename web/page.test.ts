import { RouterContextProvider } from 'react-router';
import { expect, test } from 'vitest';
import { err, ok } from '#kernel/result.ts';
import { type Notice, type PageData, pageContext } from './context.ts';
import { orThrow, readAct, readForm, redirectWith, requireViewer } from './page.ts';

function contextWith(changes: Partial<PageData> = {}): { context: RouterContextProvider; left: Notice[] } {
  const left: Notice[] = [];
  const context = new RouterContextProvider();
  context.set(pageContext, {
    services: {} as PageData['services'],
    language: 'fi',
    csrf: 'the-token',
    nonce: 'n',
    demonstration: true,
    reference: 'r',
    may: () => false,
    rolesWith: () => [],
    takeNotices: () => [],
    flash: (notice) => left.push(notice),
    ...changes,
  });
  return { context, left };
}

function post(fields: readonly (readonly [string, string])[]): Request {
  const body = new URLSearchParams(fields.map(([name, value]) => [name, value]));
  return new Request('http://polku.test/kaynti', { method: 'POST', body });
}

test.each([[[]], [[['_csrf', '']]], [[['_csrf', 'the-toke']]], [[['_csrf', 'the-tokem']]]] as const)(
  'a form without the session’s token is refused: %j',
  async (fields) => {
    await expect(readAct(contextWith().context, post(fields))).rejects.toMatchObject({
      init: { status: 403 },
    });
  },
);

test('an empty token of the session fits nothing', async () => {
  const { context } = contextWith({ csrf: '' });
  await expect(readAct(context, post([['_csrf', '']]))).rejects.toMatchObject({ init: { status: 403 } });
});

test('a field called as what every object has is none of the form’s, and changes no object', async () => {
  const names = [
    '__proto__',
    'constructor',
    'toString',
    'seats.__proto__.state',
    'constructor.prototype.state',
  ];
  const sent = await readForm(
    contextWith().context,
    post([['_csrf', 'the-token'], ['what', 'x'], ...names.map((name) => [name, 'x'] as const)]),
  );
  expect(sent.values).toEqual({ what: 'x' });
  expect(Object.getPrototypeOf(sent.values)).toBe(Object.prototype);
  expect(({} as { state?: unknown }).state).toBeUndefined();
});

test('a form is read: trimmed, many values as a list, the form’s own fields left out', async () => {
  const sent = await readForm(
    contextWith().context,
    post([
      ['_csrf', 'the-token'],
      ['_form', 'visit'],
      ['intent', 'draft'],
      ['company', '  Konepaja Virta '],
      ['fields', 'skills'],
      ['fields', 'wishes'],
    ]),
  );
  expect(sent.values).toEqual({ company: 'Konepaja Virta', fields: ['skills', 'wishes'] });
  expect([sent.form, sent.intent, sent.text('company'), sent.text('no'), sent.ticked('fields')]).toEqual([
    'visit',
    'draft',
    'Konepaja Virta',
    '',
    true,
  ]);
  expect(sent.list('fields')).toEqual(['skills', 'wishes']);
});

test('a refusal becomes the status of its meaning, with its reason and nothing else', () => {
  expect(orThrow(ok(1))).toBe(1);
  const denied = err({
    code: 'not-permitted',
    reason: 'no-consent',
    details: { secret: { deep: 1 }, count: 2 },
  });
  try {
    orThrow(denied);
    expect.unreachable();
  } catch (thrown) {
    expect(thrown).toMatchObject({
      init: { status: 403 },
      data: { code: 'not-permitted', reason: 'no-consent', details: { count: 2 } },
    });
  }
});

test('a list tells which button was pressed, and on which rows', async () => {
  const { context } = contextWith();
  const asked = (fields: readonly (readonly [string, string])[]) =>
    readAct(context, post([['_csrf', 'the-token'], ...fields]));
  expect(await asked([['act', 'done:a:1']])).toEqual({ intent: 'done', rows: ['a:1'] });
  expect(
    await asked([
      ['intent', 'done'],
      ['chosen', 'a'],
      ['chosen', 'b'],
    ]),
  ).toEqual({ intent: 'done', rows: ['a', 'b'] });
});

test('a visitor goes to sign in and comes back; another role has no right', () => {
  const request = new Request('http://polku.test/asiakkaat.data?search=a');
  try {
    requireViewer(contextWith().context, request);
    expect.unreachable();
  } catch (thrown) {
    expect((thrown as Response).headers.get('location')).toBe('/sign-in?back=%2Fasiakkaat%3Fsearch%3Da');
  }
  const viewer = { userId: 'u', name: 'N', role: 'employer', organisationId: 'o', language: 'fi' } as const;
  const may = (right: string) => right === 'own-company:use';
  expect(() => requireViewer(contextWith({ viewer, may }).context, request, 'caseload:read')).toThrow();
  expect(requireViewer(contextWith({ viewer, may }).context, request, 'own-company:use').viewer.name).toBe(
    'N',
  );
});

test('a done act leaves its sentence and goes on', () => {
  const { context, left } = contextWith();
  const answer = redirectWith(context, '/', { kind: 'success', key: 'common:saved' });
  expect([answer.status, answer.headers.get('location'), left.length]).toEqual([303, '/', 1]);
});
