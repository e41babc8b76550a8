/// The addresses of a running `parley dev`.
struct Listening: Sendable {
    /// The caller page; the supervisor's is `supervisor` beside it.
    let pages: String
    /// For LiveKit clients and workers.
    let livekit: String

    var supervisor: String { pages + "supervisor" }
    var api: String { String(pages.dropLast()) }
}
