/// A log of what happens now. It may know a session from a certain number on only: what was before is in an archive.
package protocol LiveLog: EventLog {
    /// Whether it can number the events of a session without being told where to go on.
    func knows(_ session: String) async -> Bool

    /// Says that a session's events up to `sequence` are kept elsewhere: its next one has a later number.
    func resume(_ session: String, after sequence: Int) async
}
