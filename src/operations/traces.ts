/**
 * Traces of answers for a collector that speaks OpenTelemetry's protocol over HTTP: a span for the call and one for each
 * step. The libraries are loaded only where an address is set. No words are sent unless that is asked for.
 */
import type { Answer, Question } from '../answer.ts';
import { ConfigError } from '../config.ts';
import type { DoneCall } from '../measures.ts';
import { programVersion } from '../program-version.ts';

export interface Traces {
  observe(done: DoneCall): void;
  /** Sends what is left, for as long as `withinMs`. */
  stop(withinMs: number): Promise<void>;
}

export interface TraceOptions {
  /** `http://127.0.0.1:4318`, of which `/v1/traces` is asked. */
  endpoint: string;
  /** Whether the words of questions are sent too. */
  withWords: boolean;
}

/** Throws a `ConfigError` where the libraries are not installed, which few need. */
export async function openTraces({ endpoint, withWords }: TraceOptions): Promise<Traces> {
  const [{ context, SpanStatusCode, trace }, { OTLPTraceExporter }, { resourceFromAttributes }, sdk] =
    await loaded().catch((error: unknown) => {
      throw new ConfigError(
        'OTEL_EXPORTER_OTLP_ENDPOINT: needs the libraries of OpenTelemetry, which are not installed. ' +
          `Install them with: npm install --no-save ${libraries.join(' ')}`,
        { cause: error },
      );
    });
  const url = `${endpoint.replace(/\/$/u, '')}/v1/traces`;
  const provider = new sdk.TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'rapporteur', 'service.version': programVersion }),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url, timeoutMillis: 5_000 }) })],
  });
  const tracer = provider.getTracer('rapporteur');

  return {
    observe({ method, args, value, isFailed, startMs, endMs, measured }) {
      const span = tracer.startSpan(method, { startTime: startMs });
      if (method === 'ask') {
        const { text, scope } = args[0] as Question;
        const answer = value as Answer | undefined;
        span.setAttributes({
          ...(answer && { 'rapporteur.outcome': answer.status, 'rapporteur.quotes': answer.quotes.length }),
          ...(answer?.model && { 'gen_ai.request.model': answer.model }),
          ...(answer?.usage && {
            'gen_ai.usage.input_tokens': answer.usage.inputTokens,
            'gen_ai.usage.output_tokens': answer.usage.outputTokens,
          }),
          'rapporteur.scopes': [scope ?? []].flat().length,
          ...(withWords && { 'rapporteur.question': text }),
        });
      }
      if (isFailed) span.setStatus({ code: SpanStatusCode.ERROR });
      const within = trace.setSpan(context.active(), span);
      for (const step of measured.steps)
        tracer.startSpan(step.step, { startTime: step.startMs }, within).end(step.endMs);
      span.end(endMs);
    },
    async stop(withinMs) {
      const late = new Promise<void>((resolve) => setTimeout(resolve, withinMs).unref());
      await Promise.race([provider.shutdown().catch(() => {}), late]);
    },
  };
}

/** What is installed for tests, and with the command that is told. */
export const libraries = [
  '@opentelemetry/api@1.10.0',
  '@opentelemetry/exporter-trace-otlp-http@0.301.0',
  '@opentelemetry/resources@3.1.0',
  '@opentelemetry/sdk-trace@3.1.0',
];

function loaded() {
  return Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/sdk-trace'),
  ]);
}
