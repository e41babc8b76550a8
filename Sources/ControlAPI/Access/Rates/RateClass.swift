/// What is counted together when requests are limited (control API §7), and by whom.
package enum RateClass: String, Hashable, Sendable, CaseIterable {
    /// By address.
    case login
    /// Sessions that are made; by address.
    case create
    /// By session.
    case chat
    /// Tokens and tickets; by session, or by principal.
    case token
    /// By principal.
    case command
    case read
    case write
    /// Feeds that are opened.
    case stream

    package var policy: RatePolicy {
        switch self {
        case .login: RatePolicy(5)
        case .create: RatePolicy(10)
        case .chat: RatePolicy(30)
        case .token: RatePolicy(20)
        case .command: RatePolicy(120, burst: 20)
        case .read: RatePolicy(600)
        case .write: RatePolicy(120)
        case .stream: RatePolicy(120)
        }
    }
}
