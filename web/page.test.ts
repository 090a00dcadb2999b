import { RouterContextProvider } from 'react-router';
import { expect, test } from 'vitest';
import { err, ok } from '#kernel/result.ts';
import { type Notice, type PageData, pageContext } from './context.ts';
import { formValues, invalid, orThrow, redirectWith, refused, requireViewer } from './page.ts';

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
    await expect(formValues(contextWith().context, post(fields))).rejects.toMatchObject({
      init: { status: 403 },
    });
  },
);

test('an empty token of the session fits nothing', async () => {
  const { context } = contextWith({ csrf: '' });
  await expect(formValues(context, post([['_csrf', '']]))).rejects.toMatchObject({ init: { status: 403 } });
});

test('a form is read: trimmed, many values as a list, the form’s own fields left out', async () => {
  const sent = await formValues(
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

test('a refused form keeps what was typed and says which field', () => {
  const values = { company: 'X' };
  expect(refused(values, { code: 'duplicate', field: 'company' })).toMatchObject({
    init: { status: 409 },
    data: { values, issues: [{ path: 'company', code: 'duplicate' }] },
  });
  const issues = [{ path: ['days', 0], code: 'custom', message: 'not-a-day' }];
  expect(invalid(values, issues)).toMatchObject({
    init: { status: 422 },
    data: { issues: [{ path: 'days', code: 'not-a-day' }] },
  });
});

test('a visitor goes to sign in and comes back; another role has no right', () => {
  const request = new Request('http://polku.test/asiakkaat.data?haku=a');
  try {
    requireViewer(contextWith().context, request);
    expect.unreachable();
  } catch (thrown) {
    expect((thrown as Response).headers.get('location')).toBe('/kirjaudu?takaisin=%2Fasiakkaat%3Fhaku%3Da');
  }
  const viewer = { userId: 'u', name: 'N', role: 'employer', organisationId: 'o', language: 'fi' } as const;
  expect(() => requireViewer(contextWith({ viewer }).context, request, ['expert'])).toThrow();
  expect(requireViewer(contextWith({ viewer }).context, request, ['employer']).viewer.name).toBe('N');
});

test('a done act leaves its sentence and goes on', () => {
  const { context, left } = contextWith();
  const answer = redirectWith(context, '/', { kind: 'success', key: 'common:saved' });
  expect([answer.status, answer.headers.get('location'), left.length]).toEqual([303, '/', 1]);
});
