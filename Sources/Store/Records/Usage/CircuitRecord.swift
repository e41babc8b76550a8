package import FoundationEssentials

/// The circuit of one engine in one process.
package struct CircuitRecord: Hashable, Sendable {
    package var process: String
    /// Kind and engine, as in `stt:deepgram`.
    package var name: String
    /// `closed`, `open` or `half_open`.
    package var state: String
    /// Failures in a row.
    package var failures: Int
    package var model: String
    /// Until it is asked again, in milliseconds.
    package var wait: Int?
    /// The running p95 to the first byte, in milliseconds.
    package var p95: Int?
    package var at: Date

    /// Seconds after which a process that tells nothing more of its circuits counts as gone.
    package static let lifetime: TimeInterval = 30

    package init(process: String, name: String, state: String, at: Date) {
        self.process = process
        self.name = name
        self.state = state
        self.at = at
        (failures, model) = (0, "")
    }
}
