import Foundation
import Live
import Supervision
import Synchronization

/// Lets in whoever shows a token or a ticket that it was told of; without either the admin `anonymous`.
final class ScriptedGate: FeedGate {
    private struct State {
        var tokens: [String: FeedPass] = [:]
        var tickets: [String: (resource: String, pass: FeedPass)] = [:]
        var revoked: Set<String> = []
    }

    private let state = Mutex(State())

    /// A token for `Authorization: Bearer`.
    func allow(_ token: String, _ pass: FeedPass) {
        state.withLock { $0.tokens[token] = pass }
    }

    func allow(ticket: String, for resource: String, _ pass: FeedPass) {
        state.withLock { $0.tickets[ticket] = (resource, pass) }
    }

    func revoke(_ principal: String) {
        state.withLock { _ = $0.revoked.insert(principal) }
    }

    func admit(_ request: FeedRequest) throws(FeedRefusal) -> FeedPass {
        let pass: FeedPass? = state.withLock { state in
            if let ticket = request.ticket {
                guard let known = state.tickets[ticket], known.resource == request.resource else { return nil }
                state.tickets[ticket] = nil
                return known.pass
            }
            guard let token = request.authorization?.split(separator: " ").last else {
                return FeedPass(Principal(id: "anonymous", role: .admin), isLimited: false)
            }
            return state.tokens[String(token)]
        }
        guard let pass else { throw .unauthenticated }
        return pass
    }

    func renew(_ pass: FeedPass, with token: String) throws(FeedRefusal) -> FeedPass {
        guard let next = state.withLock({ $0.tokens[token] }) else { throw .unauthenticated }
        return next
    }

    func stands(_ pass: FeedPass) -> Bool {
        state.withLock { !$0.revoked.contains(pass.principal.id) }
    }
}
