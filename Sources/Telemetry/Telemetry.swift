// # Telemetry
//
// Traces for OpenTelemetry: one for every spoken turn, with a span for each of its stages and one for each request to an
// engine, sent to a collector as OTLP over HTTP in its JSON form. `TurnTracer` listens to the log and to the engines,
// `SpanExporter` sends.
//
// *Assumes* somebody runs both beside the calls.
// *Out of scope*: metrics (`Prometheus`), logs, and traces that begin elsewhere.
//
// Laws:
// 1. Nobody waits for a collector. What it does not take in time is dropped and counted.
// 2. No span holds words of anybody, a name, a number or a key.
// 3. Nothing is sent unless the environment names a collector.
