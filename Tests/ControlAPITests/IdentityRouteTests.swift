import Access
import ControlAPI
import Document
import Foundation
import Store
import Supervision
import Testing

@Suite("Signing in", .timeLimit(.minutes(1)))
struct IdentityRouteTests {
    private static let credentials = #"{"email":"a@example.com","password":"correct horse battery"}"#

    @Test("who signs in gets tokens, exchanges them once, and is out after signing out")
    func signIn() async throws {
        try await RunningServer.with(mode: .users) { server in
            try await Self.add(server)
            let pair = try await server.request("POST", "/api/auth/login", Self.credentials)
            #expect(pair.status == 200)
            #expect(pair.json["token_type"] == "Bearer")
            #expect(pair.json["user"]?["role"] == "supervisor")
            let bearer = ["Authorization": "Bearer \(pair.json["access_token"]?.string ?? "")"]
            let me = try await server.request("GET", "/api/auth/me", headers: bearer)
            #expect(me.json["auth_mode"] == "users")
            #expect(try await server.request("GET", "/api/sessions", headers: bearer).status == 200)

            let old: JSON = ["refresh_token": pair.json["refresh_token"] ?? .null]
            let next = try await server.post("/api/auth/refresh", old)
            #expect(next.status == 200)
            #expect(next.json["refresh_token"] != pair.json["refresh_token"])
            // Used a second time, the old one ends the whole sign-in.
            #expect(try await server.post("/api/auth/refresh", old).status == 401)
            let newer: JSON = ["refresh_token": next.json["refresh_token"] ?? .null]
            #expect(try await server.post("/api/auth/refresh", newer).status == 401)
        }
    }

    @Test("a page may keep the refresh token in a cookie that its scripts cannot read")
    func cookie() async throws {
        try await RunningServer.with(mode: .users) { server in
            try await Self.add(server)
            let body = #"{"email":"a@example.com","password":"correct horse battery","cookie":true}"#
            let answer = try await server.request("POST", "/api/auth/login", body)
            #expect(answer.json["refresh_token"] == nil)
            let cookie = try #require(answer.headers["set-cookie"])
            #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
            let pair = String(cookie.prefix { $0 != ";" })
            let next = try await server.request("POST", "/api/auth/refresh", "{}", headers: ["Cookie": pair])
            #expect(next.status == 200)
            #expect(next.headers["set-cookie"]?.hasPrefix(pair) == false)
        }
    }

    @Test("a wrong password and an unknown address are told alike, and the audit knows of both")
    func wrong() async throws {
        try await RunningServer.with(mode: .users) { server in
            try await Self.add(server)
            let one = try await server.post("/api/auth/login", ["email": "a@example.com", "password": "wrong"])
            let other = try await server.post("/api/auth/login", ["email": "b@example.com", "password": "wrong"])
            #expect(one.status == 401 && other.status == 401)
            #expect(one.json["detail"] == other.json["detail"])
            let failures = try await server.gatekeeper.audit(.init()).filter { $0.entry.action == "login.failed" }
            #expect(failures.count == 2)
        }
    }

    @Test("no list shows a secret: it is shown once, when the key is made")
    func keys() async throws {
        try await RunningServer.with { server in
            let made = try await server.post("/api/api-keys", ["name": "crm", "role": "supervisor"])
            #expect(made.status == 201)
            let secret = try #require(made.json["secret"]?.string)
            #expect(secret.hasPrefix("vw_live_"))
            let list = try await server.request("GET", "/api/api-keys")
            #expect(list.json["api_keys"]?.elements.count == 1)
            #expect(!list.text.contains(secret))
            let audit = try await server.request("GET", "/api/audit")
            #expect(!audit.text.contains(secret))
            let address = try #require(made.headers["location"])
            #expect(try await server.request("DELETE", address).status == 204)
            let after = try await server.request(
                "GET", "/api/sessions", headers: ["Authorization": "Bearer \(secret)"])
            #expect(after.status == 401)
        }
    }

    @Test("a publishable key begins sessions from its origins, and what it gets opens that session alone")
    func publishable() async throws {
        try await RunningServer.with(mode: .users, adjust: { $0.allowedOrigins = ["https://shop.example"] }) { server in
            var wish = APIKeyWish(name: "page", role: .caller)
            wish.isPublishable = true
            wish.origins = ["https://shop.example"]
            let key = try await server.gatekeeper.makeKey(wish, by: .system).secret.revealed
            var headers = ["Authorization": "Bearer \(key)", "Origin": "https://shop.example"]
            let made = try await server.request("POST", "/api/sessions", "{}", headers: headers)
            #expect(made.status == 201)
            let id = try #require(made.json["session_id"]?.string)
            let token = try #require(made.json["token"]?.string)
            #expect(try await server.request("GET", "/api/sessions/\(id)", headers: headers).status == 403)
            headers["Origin"] = nil
            #expect(try await server.request("POST", "/api/sessions", "{}", headers: headers).status == 403)

            let bearer = ["Authorization": "Bearer \(token)"]
            #expect(try await server.request("GET", "/api/sessions/\(id)", headers: bearer).status == 200)
            try await server.session("sess_other")
            #expect(try await server.request("GET", "/api/sessions/sess_other", headers: bearer).status == 404)
            #expect(try await server.request("POST", "/api/sessions", "{}", headers: bearer).status == 403)
        }
    }

    private static func add(_ server: RunningServer) async throws {
        let wish = try UserWish(
            email: EmailAddress("a@example.com"), name: "A", role: .supervisor,
            password: Redacted("correct horse battery"))
        try await server.gatekeeper.addUser(wish, by: .system)
    }
}
