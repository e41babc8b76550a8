/// Why somebody is not let in, or what they asked for was not done. No case holds a token, a password or an address.
package enum AccessError: Error, Hashable, Sendable {
    /// Nobody was named, or not believably: 401.
    case unauthenticated(Doubt)
    /// Email address and password do not belong together, or the user is not active: 401, without saying which.
    case wrongCredentials
    /// Somebody known, who may not do this: 403.
    case forbidden(String)
    /// What was given cannot be taken: a word for what it is. 400.
    case invalid(String)
    /// What is there already does not allow it, such as a user with that email address, or the last admin: 409.
    case conflict(String)
    /// 404.
    case notFound(String)
    /// Too many at once: 503, and 429 where it is one's own doing.
    case overloaded
    /// The database or the issuer's keys cannot be reached: 503.
    case unavailable(String)
    /// The settings contradict each other or cannot be used; the program must not start with them.
    case configuration(String)
}

extension AccessError: CustomStringConvertible {
    /// A sentence for people, without a full stop.
    package var description: String {
        switch self {
        case .unauthenticated(let doubt): doubt.description
        case .wrongCredentials: "email address and password do not belong together"
        case .forbidden(let what): "not allowed: \(what)"
        case .invalid(let what): "invalid \(what)"
        case .conflict(let what): "conflict with \(what)"
        case .notFound(let what): "there is no such \(what)"
        case .overloaded: "too many are being let in at once"
        case .unavailable(let reason): "nobody can be let in now: \(reason)"
        case .configuration(let reason): reason
        }
    }
}
