import Access
import Document
import Foundation
import FoundationEssentials
import Live
import Store
import Supervision
import Surface

/// Takes commands from feeds by the path of `POST /api/sessions/{id}/commands`: the same rights, the same rates, the frame's id as
/// idempotency key.
struct CommandIntake: FeedIntake {
    let commands: Commands
    let bus: any CommandBus
    let rates: any RateLimiter
    /// Seconds that word of a lease's holder may wait for the session's.
    private static let presenceLife = 10.0

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
        await tell(.keepLease, session, principal)
    }

    func holderLost(of session: String, _ principal: Principal) async {
        await tell(.loseLease, session, principal)
    }

    /// Over the bus only: the log tells of the lease, not of each renewal. A session that is over, or that nobody holds, has no
    /// lease to keep or to lose.
    private func tell(_ body: Command.Body, _ session: String, _ principal: Principal) async {
        let command = Command(
            id: RandomID.make("cmd"), session: session, by: principal, body, at: .now, timeToLive: Self.presenceLife)
        try? await bus.send(command)
    }

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
