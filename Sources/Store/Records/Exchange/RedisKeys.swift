/// The keys of a session that several processes share. What stands in braces decides where Redis Cluster keeps a key, so
/// all of a session's are together, and a script may use them.
struct RedisKeys {
    /// The stream of its events, numbered `<sequence>-0`.
    let events: String
    /// The stream of commands that are not acknowledged.
    let commands: String
    /// Who holds it: `process` and `epoch`.
    let lease: String
    /// The epoch of its newest holder.
    let epoch: String

    /// Where it is said that a session has something new: `e <session> <sequence>`, `c <session>`, `d <session>`.
    static let channel = "wake"

    /// Where a process listens as long as it is there.
    static func lifeline(of process: String) -> String { "alive:\(process)" }

    init(_ session: String) {
        events = "ev:{\(session)}"
        commands = "cmd:{\(session)}"
        lease = "lease:{\(session)}"
        epoch = "epoch:{\(session)}"
    }
}
