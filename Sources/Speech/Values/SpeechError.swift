/// What goes wrong in an engine, or between this process and a provider.
package enum SpeechError: Error, Hashable, Sendable {
    /// A model, voice or library this engine needs is not on this machine; the text names it.
    case unavailable(String)
    /// More work than the engine's queue holds.
    case overloaded
    /// The caller gave up: the task was cancelled or the stream was closed.
    case cancelled
    /// The provider did not answer within the deadline.
    case timedOut
    /// No connection to the provider, or it broke; the text is the transport's reason and holds no secret.
    case unreachable(String)
    /// The provider answered with this HTTP status.
    case refused(status: Int)
    /// The provider has had enough requests for now (HTTP status 429); it says how long to wait, if it does.
    case limited(retryAfter: Duration?)
    /// The provider answered 2xx with something that is not an answer.
    case malformed(String)
    /// The language model refused to answer.
    case declined
    /// The embedded engine failed on this input; the text says in which step.
    case failed(String)
}
