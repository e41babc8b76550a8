import Access
import Document
import Foundation
import FoundationEssentials
import Live
import Supervision
import Surface

/// Takes commands from feeds by the path of `POST /api/sessions/{id}/commands`: the same rights, the same rates, the frame's id as
/// idempotency key.
struct CommandIntake: FeedIntake {
    let commands: Commands
    let rates: any RateLimiter
    /// Seconds that a renewal may wait for the session's holder.
    private static let renewalLife = 5.0

    func take(_ wish: FeedWish) async -> FeedWish.Refusal? {
        do {
            let request = try request(wish)
            guard Self.isAllowed(request.body, wish.principal) else { throw Problem.forbidden(wish.principal.role) }
            let rate: RateClass = if case .chat = wish.kind { .chat } else { .command }
            let spender = rate == .chat ? wish.session : wish.principal.id
            guard await rates.count(rate, by: spender, now: .now).isAllowed else {
                throw Problem(.rateLimited, "Too many requests; try again later.")
            }
            var order = CommandOrder(request, in: wish.session, by: wish.principal)
            order.key = wish.id
            _ = try await commands.send(order)
            return nil
        } catch let problem as Problem {
            return FeedWish.Refusal(code: problem.kind.rawValue, detail: problem.detail)
        } catch let invalid as InvalidCommand {
            return FeedWish.Refusal(code: ProblemKind.validation.rawValue, detail: "\(invalid)")
        } catch {
            return FeedWish.Refusal(code: ProblemKind.degradedWrite.rawValue, detail: "It could not be written down.")
        }
    }

    func renewLease(of session: String, by principal: Principal) async {
        // A session that is over, or that nobody holds, has no lease to keep.
        let request = CommandRequest(.renewLease, timeToLive: Self.renewalLife)
        _ = try? await commands.send(CommandOrder(request, in: session, by: principal))
    }

    /// The lease is renewed no longer, and runs out by itself.
    func holderLost(of session: String, _ principal: Principal) {}

    private func request(_ wish: FeedWish) throws -> CommandRequest {
        switch wish.kind {
        case .command(let body): try CommandRequest(body, by: wish.principal)
        case .chat(let message): CommandRequest(.chat(message))
        }
    }

    /// Some of what is a command on the way has rights of its own.
    private static func isAllowed(_ body: Command.Body, _ principal: Principal) -> Bool {
        switch body {
        case .chat: principal.may(.chat)
        case .decide: principal.may(.decideApproval)
        case .acquireLease(_, let steals): principal.may(.command) && (!steals || principal.role == .admin)
        default: principal.may(.command)
        }
    }
}
