import Document
import Foundation
import Supervision
import Synchronization
import Testing
import Token

@testable import Access

@Suite("Tokens of others") struct IssuerTests {
    private let now = Date(timeIntervalSince1970: ForeignTokens.issuedAt)

    /// Serves key sets one after the other, the last again and again, and counts.
    private final class Server: Sendable {
        private let state: Mutex<(bodies: [[UInt8]?], count: Int)>

        init(_ bodies: [String?]) { state = Mutex((bodies.map { $0.map { Array($0.utf8) } }, 0)) }

        var count: Int { state.withLock { $0.count } }

        func fetch() -> [UInt8]? {
            state.withLock { state in
                state.count += 1
                return state.bodies.count > 1 ? state.bodies.removeFirst() : state.bodies[0]
            }
        }
    }

    private func keys(
        _ server: Server, _ change: (inout ExternalIssuer) -> Void = { _ in }, audience: String = ForeignTokens.audience
    ) throws -> IssuerKeys {
        var issuer = try ExternalIssuer(
            name: ForeignTokens.issuer, audience: audience, keysURL: "https://issuer.example/jwks.json")
        change(&issuer)
        return IssuerKeys(issuer) { _ in server.fetch() }
    }

    private func admit(_ text: String, _ keys: IssuerKeys, at time: Date? = nil) async throws -> Admission {
        try await keys.admit(try SignedToken(text), now: time ?? now)
    }

    @Test(
        "RS256, ES256 and EdDSA are believed",
        arguments: [ForeignTokens.rs256, ForeignTokens.es256, ForeignTokens.edDSA])
    func algorithms(_ text: String) async throws {
        let admission = try await admit(text, try keys(Server([ForeignTokens.keySet])))
        #expect(admission.principal.id == "auth0|42")
        #expect(admission.principal.role == .supervisor)
        #expect(admission.principal.name == "Sue Pervisor")
        #expect(admission.principal.grants == ["session:read", "command:write"])
        #expect(admission.proof == .token(id: "j-1"))
        #expect(admission.expiresAt == now.addingTimeInterval(3600))
    }

    @Test(
        "no part of a foreign token can be changed or cut",
        arguments: [ForeignTokens.rs256, ForeignTokens.es256, ForeignTokens.edDSA])
    func changes(_ text: String) async throws {
        let keys = try keys(Server([ForeignTokens.keySet]))
        let characters = Array(text)
        for index in stride(from: 0, to: characters.count, by: 7) {
            var changed = characters
            changed[index] = changed[index] == "A" ? "B" : "A"
            await #expect(throws: AccessError.self) { try await admit(String(changed), keys) }
            await #expect(throws: AccessError.self) { try await admit(String(characters[..<index]), keys) }
        }
    }

    @Test("a public key is no secret: HMAC with its text opens nothing")
    func confusion() async throws {
        let server = Server([ForeignTokens.keySet])
        let keys = try keys(server)
        await #expect(throws: AccessError.unauthenticated(.unsupportedAlgorithm)) {
            try await admit(ForeignTokens.confused, keys)
        }
        #expect(server.count == 0)
    }

    @Test("a key is used for the one algorithm it is for")
    func oneAlgorithm() async throws {
        // The ES256 token, saying it was signed by RS256: its `kid` is a key for ES256.
        let parts = ForeignTokens.es256.split(separator: ".")
        let header: JSON = ["alg": "RS256", "kid": "e1"]
        let text = Base64URL.encode(header.data) + "." + parts[1] + "." + parts[2]
        let keys = try keys(Server([ForeignTokens.keySet]))
        await #expect(throws: AccessError.unauthenticated(.unknownKey)) { try await admit(text, keys) }
    }

    @Test("times, audience and role of a foreign token are checked")
    func claims() async throws {
        let server = Server([ForeignTokens.keySet])
        await #expect(throws: AccessError.unauthenticated(.expired)) {
            try await admit(ForeignTokens.rs256, try keys(server), at: now.addingTimeInterval(3631))
        }
        await #expect(throws: AccessError.unauthenticated(.notYetValid)) {
            try await admit(ForeignTokens.rs256, try keys(server), at: now.addingTimeInterval(-31))
        }
        await #expect(throws: AccessError.unauthenticated(.wrongAudience)) {
            try await admit(ForeignTokens.rs256, try keys(server, audience: "elsewhere"))
        }
        await #expect(throws: AccessError.unauthenticated(.incomplete)) {
            try await admit(ForeignTokens.rs256, try keys(server, { $0.roleClaim = "groups" }))
        }
    }

    @Test("a role is found where the settings say, under the name it has there; the one that may most counts")
    func roles() async throws {
        let keys = try keys(
            Server([ForeignTokens.keySet]),
            { issuer in
                issuer.roleClaim = "realm_access.roles"
                issuer.roles = ["lead": .supervisor, "hand": .operator, "boss": .admin]
            })
        #expect(try await admit(ForeignTokens.es256, keys).principal.role == .supervisor)
    }

    @Test("keys are fetched once in ten minutes, and at most every thirty seconds for a key nobody knows")
    func fetching() async throws {
        let server = Server([#"{"keys":[]}"#, ForeignTokens.keySet])
        let keys = try keys(server)
        for second in [0.0, 10, 29] {
            await #expect(throws: AccessError.unauthenticated(.unknownKey)) {
                try await admit(ForeignTokens.rs256, keys, at: now.addingTimeInterval(second))
            }
        }
        #expect(server.count == 1)
        _ = try await admit(ForeignTokens.rs256, keys, at: now.addingTimeInterval(30))
        _ = try await admit(ForeignTokens.es256, keys, at: now.addingTimeInterval(629))
        #expect(server.count == 2)
        _ = try await admit(ForeignTokens.es256, keys, at: now.addingTimeInterval(630))
        #expect(server.count == 3)
    }

    @Test("old keys stay good while new ones cannot be fetched; without any, nobody can be let in")
    func outage() async throws {
        let server = Server([ForeignTokens.keySet, nil])
        let some = try keys(server)
        _ = try await admit(ForeignTokens.rs256, some)
        _ = try await admit(ForeignTokens.rs256, some, at: now.addingTimeInterval(700))
        #expect(server.count == 2)
        let none = try keys(Server([nil]))
        await #expect(throws: AccessError.unavailable("the issuer's keys cannot be fetched")) {
            try await admit(ForeignTokens.rs256, none)
        }
    }

    @Test("many who come at once cause one fetch")
    func together() async throws {
        let server = Server([ForeignTokens.keySet])
        let keys = try keys(server)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<50 { group.addTask { _ = try await admit(ForeignTokens.edDSA, keys) } }
            try await group.waitForAll()
        }
        #expect(server.count == 1)
    }

    @Test("no beginning of a key set traps, and what is no key is left out")
    func hostileKeys() throws {
        for length in 0..<ForeignTokens.keySet.count {
            _ = KeySet(Array(ForeignTokens.keySet.utf8.prefix(length)))
        }
        let zeros = Base64URL.encode([UInt8](repeating: 0, count: 32))
        let ones = Base64URL.encode([UInt8](repeating: 0xFF, count: 256))
        let entries = [
            #"{"kty":"oct","k":"AAAA","alg":"HS256"}"#, #"{"kty":"EC","crv":"P-256","x":"\#(zeros)","y":"\#(zeros)"}"#,
            #"{"kty":"EC","crv":"P-256","x":"AQ","y":"AQ"}"#, #"{"kty":"RSA","n":"AQAB","e":"AQAB"}"#,
            #"{"kty":"RSA","n":"\#(ones)","e":"AQ"}"#, #"{"kty":"RSA","n":"\#(ones)","e":"Ag"}"#,
            #"{"kty":"OKP","crv":"Ed25519","x":"AQ"}"#, #"{"kty":"RSA","n":"\#(ones)","e":"AQAB","use":"enc"}"#,
            #"{"kty":"RSA","n":"\#(ones)","e":"AQAB","alg":"PS256"}"#, "7", "null", "[]", "{}",
        ]
        let set = try #require(KeySet(Array("{\"keys\":[\(entries.joined(separator: ","))]}".utf8)))
        for algorithm in TokenAlgorithm.allCases { #expect(set.candidates(nil, algorithm).isEmpty) }
    }

    @Test(
        "keys come by https, or by http from this machine",
        arguments: [
            ("https://issuer.example/keys", true), ("http://127.0.0.1:8080/keys", true), ("http://[::1]/keys", true),
            ("http://localhost/keys", true), ("http://issuer.example/keys", false),
            ("http://127.0.0.1@issuer.example/keys", false), ("http://localhost.issuer.example/", false),
            ("file:///etc/passwd", false), ("ftp://127.0.0.1/", false), ("https://", false), ("https://a b", false),
            ("http://127.0.0.1\\@issuer.example", false),
        ])
    func addresses(_ url: String, _ isSafe: Bool) {
        #expect(((try? ExternalIssuer(name: "i", audience: "a", keysURL: url)) != nil) == isSafe)
    }

    /// RFC 7515, appendix A.3, and RFC 8037, appendix A.4.
    @Test(
        "signatures of the RFCs are right, and wrong for another message",
        arguments: [
            (
                #"{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}"#,
                TokenAlgorithm.es256,
                "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ",
                "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q"
            ),
            (
                #"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#,
                TokenAlgorithm.edDSA,
                "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc",
                "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg"
            ),
        ])
    func vectors(_ key: String, _ algorithm: TokenAlgorithm, _ message: String, _ signature: String) throws {
        let set = try #require(KeySet(Array("{\"keys\":[\(key)]}".utf8)))
        let key = try #require(set.candidates(nil, algorithm).first)
        let bytes = try #require(Base64URL.decode(signature))
        #expect(key.verifies(bytes, of: Array(message.utf8)))
        #expect(!key.verifies(bytes, of: Array((message + "A").utf8)))
        for length in 0..<bytes.count { #expect(!key.verifies(Array(bytes[..<length]), of: Array(message.utf8))) }
        #expect(!key.verifies([UInt8](repeating: 0, count: 64), of: Array(message.utf8)))
    }
}
