// # Delivery
//
// Events on their way to other programs: signed as Standard Webhooks has it, kept in the database until they arrive, tried again
// with growing pauses, in order for each endpoint and session.
//
// *Assumes* a `Database` whose event log puts messages into the outbox in the transaction that keeps the events. *Out of scope*:
// which events there are, which is `WebhookType`'s; webhooks that come in.
//
// Laws:
// 1. What is in the log is delivered at least once, or marked dead where people see it; never lost silently.
// 2. For one endpoint, an event of a session waits for those before it.
// 3. Nothing is sent to an address of this network unless it is allowed by name, and what was checked is what is connected to.
// 4. No log, error or description holds a secret.
