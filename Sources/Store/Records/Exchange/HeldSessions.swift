import Synchronization

/// The holdings of this process, for those who write in a session's name. One that was lost stays until it is let go, so
/// that what is still written under it is refused.
final class HeldSessions: Sendable {
    private let holdings = Mutex<[String: Holding]>([:])

    subscript(session: String) -> Holding? {
        get { holdings.withLock { $0[session] } }
        set { holdings.withLock { $0[session] = newValue } }
    }
}
