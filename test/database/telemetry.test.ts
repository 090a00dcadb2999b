import { createServer, type Server } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '#test/fixtures/process.ts';
import { type TestServer, testServer } from '#test/fixtures/server.ts';

/** What OTLP/HTTP brings as JSON, as far as it is read here. */
interface Attribute {
  key: string;
  value: { stringValue?: string; intValue?: number | string; doubleValue?: number };
}
interface Point {
  attributes: Attribute[];
  asDouble?: number;
  asInt?: number | string;
  count?: number | string;
  sum?: number;
}
interface Metric {
  name: string;
  gauge?: { dataPoints: Point[] };
  histogram?: { dataPoints: Point[] };
}
interface SpanTold {
  name: string;
  spanId: string;
  parentSpanId?: string;
  attributes: Attribute[];
}

const saidBy = ({ value }: Attribute) => value.stringValue ?? Number(value.intValue ?? value.doubleValue);
const attributesOf = ({ attributes }: { attributes: Attribute[] }) =>
  Object.fromEntries(attributes.map((attribute) => [attribute.key, saidBy(attribute)]));

describe('whoever watches over the service', () => {
  const heard = { metrics: new Map<string, Point[]>(), spans: [] as SpanTold[], all: '' };
  let receiver: Server;
  let server: TestServer;

  beforeAll(async () => {
    receiver = createServer((request, reply) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const text = (request.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString();
        heard.all += text;
        const told = JSON.parse(text) as {
          resourceMetrics?: { scopeMetrics: { metrics: Metric[] }[] }[];
          resourceSpans?: { scopeSpans: { spans: SpanTold[] }[] }[];
        };
        for (const { scopeMetrics } of told.resourceMetrics ?? [])
          for (const { name, gauge, histogram } of scopeMetrics.flatMap(({ metrics }) => metrics))
            heard.metrics.set(name, (gauge ?? histogram)?.dataPoints ?? []);
        for (const { scopeSpans } of told.resourceSpans ?? [])
          heard.spans.push(...scopeSpans.flatMap(({ spans }) => spans));
        reply.setHeader('content-type', 'application/json').end('{}');
      });
    });
    const port = await freePort();
    await new Promise<void>((resolve) => receiver.listen(port, 'localhost', resolve));
    server = await testServer({
      demonstration: true,
      environment: {
        OTEL_EXPORTER_OTLP_ENDPOINT: `http://localhost:${port}`,
        OTEL_METRIC_EXPORT_INTERVAL: '200',
        OTEL_TRACES_SAMPLER_ARG: '1',
      },
    });
  });
  afterAll(async () => {
    await server?.stop();
    receiver?.close();
  });

  it('hears requests by pattern, use cases, and how the house is; and nothing of anybody', async () => {
    const { url, app } = server;
    const { rows } = await app.database.pool.query<{
      id: string;
      given: string;
      family: string;
    }>('select client_id as id, given_name as given, family_name as family from clients.name limit 1');
    const [client] = rows;
    expect(client).toBeDefined();
    const adviser = await app.database.pool.query<{ id: string }>(
      "select a.id from access.account a join access.role_assignment r on r.account_id = a.id where r.role = 'expert' limit 1",
    );
    const { header } = await server.sessionFor(adviser.rows[0]!.id);
    const open = (path: string) => fetch(url + path, { headers: { cookie: header }, redirect: 'manual' });
    expect((await open(`/clients/${client!.id}/skills`)).status).toBeLessThan(500);
    await open(`/clients/${encodeURIComponent('matti-meikalainen')}/skills?q=salainen-sana`);
    expect((await open('/matti-meikalainen')).status).toBe(404);
    expect((await open('/api/v1/vacancies/matti-meikalainen')).status).toBeLessThan(500);
    expect((await open('/clients')).status).toBe(200);

    const requests = () => (heard.metrics.get('http.server.request.duration') ?? []).map(attributesOf);
    await expect.poll(() => requests().map((told) => told['http.route'])).toContain('/clients');
    const routes = new Set(requests().map((told) => told['http.route']));
    expect(routes).toContain('/clients/:clientId/skills');
    expect(routes).toContain('-');
    await expect.poll(() => heard.spans.map(({ name }) => name)).toContain('GET /clients');

    await expect
      .poll(() => [...heard.metrics.keys()].sort())
      .toEqual(
        expect.arrayContaining([
          'db.client.connection.count',
          'http.server.request.duration',
          'polku.audit.head.age',
          'polku.audit.pending.age',
          'polku.audit.unanchored.count',
          'polku.job.count',
          'polku.job.duration',
          'polku.letter.count',
          'polku.matching.state',
        ]),
      );
    const state = heard.metrics.get('polku.matching.state')!;
    expect(state.map((point) => Number(point.asDouble ?? point.asInt)).reduce((a, b) => a + b)).toBe(1);

    const page = heard.spans.find(({ name }) => name === 'GET /clients')!;
    const inside = heard.spans.filter(({ parentSpanId }) => parentSpanId === page.spanId);
    expect(inside.map(({ name }) => name).join()).toMatch(/^clients\./);
    expect(attributesOf(inside[0]!)).toEqual({ 'polku.outcome': 'ok' });

    const ids = await app.database.pool.query<{ id: string }>(
      'select id from clients.client union select id from access.account',
    );
    for (const secret of [
      'matti',
      'salainen',
      client!.given,
      client!.family,
      header.split('=')[1]!,
      ...ids.rows.map(({ id }) => id),
    ])
      expect(heard.all.includes(secret), secret).toBe(false);
  });

  it('does not keep the service from working or ending when it is away', async () => {
    const port = await freePort();
    const alone = await testServer({
      withWeb: false,
      environment: {
        OTEL_EXPORTER_OTLP_ENDPOINT: `http://localhost:${port}`,
        OTEL_METRIC_EXPORT_INTERVAL: '100',
        OTEL_TRACES_SAMPLER_ARG: '1',
      },
    });
    for (let round = 0; round < 20; round++) expect((await fetch(`${alone.url}/health`)).status).toBe(200);
    await alone.stop();
  });
});
