/// How a job ended.
package enum JobResult: Hashable, Sendable {
    case succeeded
    /// The text is shown to people; it is cut at 1000 characters.
    case failed(String)
}
