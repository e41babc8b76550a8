import Access
import Document
import Foundation
import HTTPTypes
import Store
import Supervision

extension Routes {
    /// The cookie a page's refresh token is kept in, out of reach of its scripts.
    private static let cookie = "parley_refresh"

    /// Who is who.
    func addIdentity(to endpoints: inout Endpoints) {
        endpoints.serve("login") { call in
            let pair = try await plane.gatekeeper.login(
                email: try call.text("email"), password: Redacted(call.body["password"]?.string ?? ""),
                requestID: call.mark)
            return reply(pair, inCookie: call.body["cookie"]?.bool ?? false, call)
        }
        endpoints.serve("refresh") { call in
            guard let (token, isCookie) = Self.refreshToken(call) else { throw Problem.anonymous }
            let pair = try await plane.gatekeeper.refresh(Redacted(token), requestID: call.mark)
            return reply(pair, inCookie: isCookie, call)
        }
        endpoints.serve("logout") { call in
            if let (token, _) = Self.refreshToken(call) {
                try await plane.gatekeeper.logout(Redacted(token), requestID: call.mark)
            }
            var reply = HTTPReply(.noContent)
            reply.headers[.setCookie] = Self.cookie(nil, call)
            return reply
        }
        endpoints.serve("keySet") { _ in HTTPReply(plane.gatekeeper.publishedKeys) }
        endpoints.serve("whoAmI") { call in HTTPReply(Self.json(call.principal, plane.gatekeeper.mode)) }
        endpoints.serve("createStreamTicket") { call in try await ticket(call) }
    }

    private func ticket(_ call: Call) async throws -> HTTPReply {
        let resource = try call.text("resource")
        guard let admission = call.admission else { throw Problem.anonymous }
        if let session = try Self.session(ofFeed: resource) {
            _ = try await sessions.record(session, in: call.scope)
        } else if ![.supervisor, .admin].contains(call.principal.role) {
            throw Problem.forbidden(call.principal.role)
        }
        let ticket = try await plane.gatekeeper.mintTicket(for: resource, admission)
        await plane.audit(call, "token.stream", on: resource)
        return HTTPReply(
            ["ticket": .string(ticket.secret.revealed), "expires_at": .string(ticket.expiresAt.moment)], .created)
    }

    /// The session that a feed's path names; `nil` for the feeds of all sessions.
    private static func session(ofFeed path: String) throws(Problem) -> String? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(String.init)
        switch (parts.count, parts.first) {
        case (1, "ws"): return nil
        case (3, _) where parts == ["api", "feed", "stream"]: return nil
        case (2, "ws"): return parts[1]
        case (5, "api") where parts[1] == "sessions" && parts[3...] == ["events", "stream"]: return parts[2]
        default: throw .invalid("/resource", "resource is the path of no feed")
        }
    }

    private func reply(_ pair: TokenPair, inCookie: Bool, _ call: Call) -> HTTPReply {
        let lifetime = Int(pair.access.expiresAt.timeIntervalSince(call.now).rounded(.down))
        var fields: [String: JSON] = [
            "access_token": .string(pair.access.secret.revealed), "token_type": "Bearer",
            "expires_in": .int(max(0, lifetime)), "user": pair.user.json,
        ]
        if !inCookie { fields["refresh_token"] = .string(pair.refresh.secret.revealed) }
        var reply = HTTPReply(.object(fields))
        if inCookie { reply.headers[.setCookie] = Self.cookie(pair.refresh, call) }
        return reply
    }

    /// The body's token, or the cookie's.
    private static func refreshToken(_ call: Call) -> (token: String, isCookie: Bool)? {
        if let token = call.body["refresh_token"]?.string { return (token, false) }
        let pairs = call.header("Cookie")?.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) } ?? []
        let found = pairs.first { $0.hasPrefix(cookie + "=") }?.dropFirst(cookie.count + 1)
        return found.flatMap { $0.isEmpty ? nil : (String($0), true) }
    }

    /// Sent to the sign-in's addresses only, by pages of this host only, and over TLS where there is TLS. `nil` ends it.
    private static func cookie(_ token: IssuedToken?, _ call: Call) -> String {
        let life = token.map { Int($0.expiresAt.timeIntervalSince(call.now)) } ?? 0
        let isSecure = call.header("X-Forwarded-Proto") == "https" || call.header("Origin")?.hasPrefix("https:") == true
        return "\(cookie)=\(token?.secret.revealed ?? ""); Path=/api/auth; HttpOnly; SameSite=Strict; Max-Age=\(life)"
            + (isSecure ? "; Secure" : "")
    }

    private static func json(_ principal: Principal, _ mode: AuthMode) -> JSON {
        [
            "id": .string(principal.id), "role": .string(principal.role.rawValue), "name": .string(principal.name),
            "workspace_id": .string(principal.workspace), "session_id": principal.session.map(JSON.string) ?? .null,
            "grants": principal.grants.map { .array($0.sorted().map(JSON.string)) } ?? .null,
            "auth_mode": .string(mode.rawValue),
        ]
    }
}
