/// An engine's circuit as it is at a moment: for whoever looks after the process.
package struct Circuit: Hashable, Sendable {
    /// Kind and engine, as in `stt:deepgram`.
    package var name: String
    package var kind: EngineReport.Kind
    package var engine: String
    package var model: String
    package var state: CircuitBreaker.State
    /// Failures in a row.
    package var failures: Int
    /// Until it is asked again, while it rests or was told to wait.
    package var wait: Duration?
    /// The running p95 to the first byte.
    package var p95: Duration?
}
