import Access
import Document
import Foundation
import Live

/// Lets people into feeds by the gatekeeper's rules: the same tokens, keys and tickets as everywhere.
struct GatekeeperGate: FeedGate {
    let gatekeeper: Gatekeeper

    func admit(_ request: FeedRequest) async throws(FeedRefusal) -> FeedPass {
        do throws(AccessError) {
            if let ticket = request.ticket {
                return Self.pass(try await gatekeeper.redeem(ticket: ticket, for: request.resource))
            }
            return Self.pass(try await gatekeeper.authenticate(bearer: try Self.bearer(request.authorization)))
        } catch {
            throw Self.refusal(error)
        }
    }

    func renew(_ pass: FeedPass, with token: String) async throws(FeedRefusal) -> FeedPass {
        guard let admission = Self.admission(pass) else { throw .unauthenticated }
        do throws(AccessError) {
            return Self.pass(try await gatekeeper.reauthenticate(admission, bearer: token))
        } catch {
            throw Self.refusal(error)
        }
    }

    func stands(_ pass: FeedPass) async -> Bool {
        guard let admission = Self.admission(pass) else { return false }
        // What has merely run out is the feed's own timer's business.
        return await gatekeeper.standing(of: admission) != .revoked
    }

    /// A pass knows its admission again by its JSON text.
    static func pass(_ admission: Access.Admission) -> FeedPass {
        let mark = (try? JSON(encoding: admission).text) ?? ""
        return FeedPass(
            admission.principal, until: admission.expiresAt, isLimited: admission.proof != .open, mark: mark)
    }

    private static func admission(_ pass: FeedPass) -> Access.Admission? {
        try? JSON(parsing: pass.mark).decoded(as: Access.Admission.self)
    }

    /// What stands behind `Bearer`.
    private static func bearer(_ field: String?) throws(AccessError) -> String? {
        guard let field else { return nil }
        let parts = field.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { throw .unauthenticated(.malformed) }
        return String(parts[1])
    }

    private static func refusal(_ error: AccessError) -> FeedRefusal {
        guard case .forbidden = error else { return .unauthenticated }
        return .forbidden
    }
}
