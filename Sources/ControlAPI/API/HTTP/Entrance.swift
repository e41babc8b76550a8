import Access
import Document
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Supervision
import Surface

/// Lets a request in by what its operation says: who asks, how often, with what body, and whether it was asked before.
struct Entrance: Sendable {
    let gatekeeper: Gatekeeper
    let rates: any RateLimiter
    let ledger: IdempotencyLedger
    /// Longest body, in bytes.
    let bodyLimit: Int
    /// Whether `X-Forwarded-For` is believed: only behind a proxy of one's own.
    let trustsProxy: Bool

    func answer(
        _ request: Request, _ context: APIContext, for operation: APIOperation, by handler: @escaping Endpoints.Handler
    ) async throws -> Response {
        let sender = self.sender(request)
        let admission = try await admission(request, operation)
        let bytes = operation.body == nil ? [] : try await request.bytes(limit: bodyLimit)
        let body = operation.body == nil ? [:] : try request.object(bytes)
        let spender = Self.spender(operation, body, admission?.principal.id, sender ?? context.peer)
        let verdict = try await count(operation, spender)
        try operation.check(body)
        let call = Call(
            operation: operation, admission: admission, request: request, context: context, sender: sender,
            now: Date(), query: try operation.query(of: request), body: body)
        var reply = try await ledger.answer(call, bytes) { try await handler(call) }
        reply.headers.join(verdict)
        return reply.response
    }

    /// Whoever the credentials are of, if the operation asks for any, and only if they may use it.
    private func admission(_ request: Request, _ operation: APIOperation) async throws -> Admission? {
        guard case .roles(let roles, let grant) = operation.access else { return nil }
        let admission = try await admission(request, opens: operation)
        let principal = admission.principal
        guard roles.contains(principal.role), principal.may(grant) else { throw Problem.forbidden(principal.role) }
        return admission
    }

    private func admission(_ request: Request, opens operation: APIOperation) async throws -> Admission {
        // Pages cannot name a token for a stream; a ticket is used up by being shown.
        if operation.rate == .stream, let ticket = request.uri.queryParameters["ticket"] {
            return try await gatekeeper.redeem(ticket: String(ticket), for: request.uri.path)
        }
        return try await gatekeeper.authenticate(bearer: try request.bearer, origin: request.headers[.origin])
    }

    /// Chats and tokens are counted by session, sign-ins and beginnings by address.
    private static func spender(
        _ operation: APIOperation, _ body: JSON, _ principal: String?, _ peer: @autoclosure () -> String
    ) -> String {
        switch operation.rate {
        case .login, .create: peer()
        case .chat, .token: body["session_id"]?.string.map { String($0.prefix(128)) } ?? principal ?? peer()
        case .command, .read, .write, .stream, .none: principal ?? peer()
        }
    }

    /// Counts a request; returns what its sender is told, and throws when it is one too many.
    private func count(_ operation: APIOperation, _ spender: String) async throws(Problem) -> HTTPFields {
        guard let rate = RateClass(rawValue: operation.rate.rawValue) else { return [:] }
        let verdict = await rates.count(rate, by: spender, now: Date())
        let fields = verdict.headers(rate)
        guard verdict.isAllowed else {
            var problem = Problem(.rateLimited, "Too many requests; try again later.")
            problem.headers = fields
            throw problem
        }
        return fields
    }

    /// Whom a proxy of one's own names.
    private func sender(_ request: Request) -> String? {
        guard trustsProxy, let named = request.headers[.forwardedFor]?.split(separator: ",").last else { return nil }
        return named.trimmingCharacters(in: .whitespaces)
    }
}

extension Request {
    /// What stands behind `Bearer` in `Authorization`; `nil` without that field.
    ///
    /// Throws: `Problem` for another scheme.
    var bearer: String? {
        get throws(Problem) {
            guard let field = headers[.authorization] else { return nil }
            let parts = field.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased() == "bearer" else {
                throw Problem(AccessError.unauthenticated(.malformed))
            }
            return String(parts[1])
        }
    }
}

extension HTTPField.Name {
    static let forwardedFor = HTTPField.Name("X-Forwarded-For") ?? .origin
}
