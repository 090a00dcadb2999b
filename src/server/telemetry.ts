import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { App } from '#access';
import { watchUseCases } from '#use-case';
import type { Settings } from './config.ts';
import { watchHouse } from './house-metrics.ts';
import { patternOf } from './logging.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The trace of this request, where traces are kept. */
    polkuSpan: Span | undefined;
  }
}

/** What is told of the running service to whoever watches over it. */
export interface Telemetry {
  /** Times every request. Must be called before other hooks are added. */
  watchRequests(fastify: FastifyInstance): void;
  /** Counts one run of background work. */
  jobDone(job: string, seconds: number, outcome: 'done' | 'failed'): void;
  /** Tells what it has not told yet, and ends. */
  stop(): Promise<void>;
}

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
/** How long the last telling may take. Milliseconds. */
const longestEnd = 3_000;
const seconds = { unit: 's' } as const;
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const jobBuckets = [0.01, 0.1, 1, 10, 60, 300, 600];

/**
 * Metrics and traces by OpenTelemetry (OTLP over HTTP); nothing at all without an endpoint. What goes out are patterns of
 * addresses, names of use cases and jobs, codes of outcomes, and numbers: no ids, no texts, no addresses of visitors, no
 * words of an error. A trace that a visitor's request names is not taken up.
 */
export function openTelemetry(app: App, settings: Settings): Telemetry | undefined {
  const { telemetry } = settings;
  if (telemetry === undefined) return undefined;
  const resource = resourceFromAttributes({
    'service.name': telemetry.service,
    'service.version': version,
    'service.instance.id': randomUUID(),
  });
  const meters = new MeterProvider({
    resource,
    readers: [
      new PeriodicExportingMetricReader({
        exporter: new OTLPMetricExporter({ url: `${telemetry.endpoint}/v1/metrics` }),
        exportIntervalMillis: telemetry.everyMs,
        exportTimeoutMillis: Math.min(telemetry.everyMs, 30_000),
      }),
    ],
  });
  const traces = new TracerProvider({
    resource,
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(telemetry.share) }),
    spanProcessors: [
      new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url: `${telemetry.endpoint}/v1/traces` }) }),
    ],
  });
  const meter = meters.getMeter('polku', version);
  const tracer = traces.getTracer('polku', version);
  const requests = meter.createHistogram('http.server.request.duration', {
    ...seconds,
    description: 'requests by pattern and status',
    advice: { explicitBucketBoundaries: buckets },
  });
  const jobs = meter.createHistogram('polku.job.duration', {
    ...seconds,
    description: 'background work by name and outcome',
    advice: { explicitBucketBoundaries: jobBuckets },
  });
  watchHouse(app, settings, meter);

  const current = new AsyncLocalStorage<Span>();
  const inside = () => {
    const span = current.getStore();
    return span ? trace.setSpan(ROOT_CONTEXT, span) : undefined;
  };
  watchUseCases(app, async (name, run) => {
    const parent = inside();
    if (parent === undefined) return await run();
    const span = tracer.startSpan(name, {}, parent);
    try {
      const outcome = await run();
      span.setAttribute('polku.outcome', outcome.ok ? 'ok' : outcome.error.code);
      return outcome;
    } catch (error) {
      fail(span, error);
      throw error;
    } finally {
      span.end();
    }
  });

  return {
    watchRequests: (fastify) => {
      fastify.decorateRequest('polkuSpan', undefined);
      fastify.addHook('onRequest', (request, _reply, done) => {
        const span = tracer.startSpan(request.method, { kind: SpanKind.SERVER, root: true });
        request.polkuSpan = span;
        current.run(span, done);
      });
      fastify.addHook('onError', async (request, _reply, error) => {
        if (request.polkuSpan) fail(request.polkuSpan, error);
      });
      fastify.addHook('onResponse', async (request, reply) => {
        const told = attributesOf(request, reply.statusCode);
        requests.record(reply.elapsedTime / 1_000, told);
        const span = request.polkuSpan;
        span?.updateName(`${told['http.request.method']} ${told['http.route']}`);
        span?.setAttributes(told);
        if (reply.statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
        span?.end();
      });
    },
    jobDone: (job, took, outcome) => jobs.record(took, { 'polku.job': job, 'polku.outcome': outcome }),
    stop: async () => {
      // A receiver that is away must not keep the process from ending well.
      const told = Promise.allSettled([meters.shutdown(), traces.shutdown()]);
      await Promise.race([told, setTimeout(longestEnd, undefined, { ref: false })]);
    },
  };
}

function attributesOf(request: FastifyRequest, status: number) {
  return {
    'http.request.method': request.method,
    'http.route': patternOf(request),
    'http.response.status_code': status,
  };
}

/** The kind of an error only: its words may quote what somebody wrote. */
function fail(span: Span, error: unknown): void {
  span.setStatus({ code: SpanStatusCode.ERROR });
  span.setAttribute('error.type', error instanceof Error ? error.name : 'unknown');
}
