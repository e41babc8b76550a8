import Document
import Foundation
import Simulation
import Supervision
import Testing
import Token

@testable import Access

@Suite("Tokens of ours") struct OwnTokenTests {
    private let now = Door.start
    private let mint = TokenMint(Door.secret, issuer: "parley", audience: "parley")

    private var claims: AccessClaims {
        var principal = Principal(
            id: "key_1", role: .supervisor, name: "Sue", grants: ["session:read", "command:write"])
        principal.supervisor = "usr_9"
        return AccessClaims(
            principal, family: "sgn_1", id: "tok_1", issuedAt: now, expiresAt: now.addingTimeInterval(3600))
    }

    private func read(_ text: String, at time: Date? = nil) throws -> AccessClaims {
        try mint.read(try SignedToken(text), now: time ?? now)
    }

    /// A token with these parts, signed with our secret.
    private func signed(_ header: JSON, _ payload: JSON) -> String {
        let message = Base64URL.encode(header.data) + "." + Base64URL.encode(payload.data)
        return message + "." + Base64URL.encode(Door.secret.sign(Array(message.utf8)))
    }

    private var payload: [String: JSON] {
        guard case .object(let fields) = claims.json(issuer: "parley", audience: "parley") else { return [:] }
        return fields
    }

    private let header: JSON = ["alg": "HS256", "typ": "JWT"]

    @Test("a token says again what was put into it")
    func roundTrip() throws {
        #expect(try read(mint.sign(claims)) == claims)
    }

    @Test("the claims have the names of the specification")
    func names() {
        #expect(
            Set(payload.keys) == [
                "iss", "aud", "sub", "role", "name", "workspace_id", "supervisor_id", "scope", "sid", "jti", "iat",
                "nbf",
                "exp",
            ])
    }

    @Test("no beginning of a token is a token")
    func truncations() {
        let text = mint.sign(claims)
        for length in 0..<text.utf8.count {
            #expect(throws: AccessError.self) { try read(String(text.prefix(length))) }
        }
    }

    @Test("no character of a token can be changed")
    func changes() {
        let text = Array(mint.sign(claims))
        for index in text.indices {
            var changed = text
            changed[index] = changed[index] == "A" ? "B" : "A"
            #expect(throws: AccessError.self) { try read(String(changed)) }
        }
    }

    @Test("random bytes are no token", arguments: 0..<20)
    func noise(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let bytes = (0..<Int.random(in: 0..<300, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            let parts = (0..<3).map { _ in
                Base64URL.encode((0..<40).map { _ in UInt8.random(in: 0...255, using: &random) })
            }
            #expect(throws: AccessError.self) { try read(String(decoding: bytes, as: UTF8.self)) }
            #expect(throws: AccessError.self) { try read(parts.joined(separator: ".")) }
        }
    }

    @Test(
        "none is no algorithm, nor is any other than HS256", arguments: ["none", "None", "HS512", "RS256", "ES256", ""])
    func algorithms(_ name: String) {
        let text = signed(["alg": .string(name)], .object(payload))
        #expect(throws: AccessError.unauthenticated(.unsupportedAlgorithm)) { try read(text) }
        let unsigned = text.split(separator: ".").prefix(2).joined(separator: ".") + "."
        #expect(throws: AccessError.self) { try read(unsigned) }
    }

    @Test("what must be understood and is not makes a token worthless")
    func critical() {
        let text = signed(["alg": "HS256", "crit": ["exp"]], .object(payload))
        #expect(throws: AccessError.unauthenticated(.unsupportedAlgorithm)) { try read(text) }
    }

    @Test("times may be off by thirty seconds, and no more")
    func leeway() throws {
        let text = mint.sign(claims)
        #expect(throws: Never.self) { try read(text, at: now.addingTimeInterval(-29)) }
        #expect(throws: Never.self) { try read(text, at: now.addingTimeInterval(3629)) }
        #expect(throws: AccessError.unauthenticated(.notYetValid)) { try read(text, at: now.addingTimeInterval(-31)) }
        #expect(throws: AccessError.unauthenticated(.expired)) { try read(text, at: now.addingTimeInterval(3630)) }
    }

    @Test(
        "a token without what every token says is incomplete",
        arguments: ["sub", "exp", "jti", "iat", "role", "workspace_id"])
    func incomplete(_ name: String) {
        var fields = payload
        fields[name] = nil
        #expect(throws: AccessError.unauthenticated(.incomplete)) { try read(signed(header, .object(fields))) }
        fields[name] = ["of": "another kind"]
        #expect(throws: AccessError.unauthenticated(.incomplete)) { try read(signed(header, .object(fields))) }
    }

    @Test("a token for somebody else is refused, and one that is for several is not")
    func audience() throws {
        var fields = payload
        fields["aud"] = "elsewhere"
        #expect(throws: AccessError.unauthenticated(.wrongAudience)) { try read(signed(header, .object(fields))) }
        fields["aud"] = ["elsewhere", "parley"]
        #expect(try read(signed(header, .object(fields))) == claims)
        fields["aud"] = nil
        #expect(throws: AccessError.unauthenticated(.wrongAudience)) { try read(signed(header, .object(fields))) }
    }

    @Test("times no clock can show do not trap", arguments: [1e308, -1e308, 9e15])
    func hugeTimes(_ time: Double) {
        for name in ["exp", "nbf", "iat"] {
            var fields = payload
            fields[name] = .number(time)
            _ = try? read(signed(header, .object(fields)))
        }
        var fields = payload
        fields["exp"] = .number(time)
        #expect(throws: AccessError.self) { try read(signed(header, .object(fields))) }
    }

    @Test("a token of another installation is refused")
    func otherSecret() {
        let other = TokenMint(.random(), issuer: "parley", audience: "parley")
        #expect(throws: AccessError.unauthenticated(.wrongSignature)) { try read(other.sign(claims)) }
    }

    @Test("a token longer than 16 KiB is not looked at")
    func long() {
        var fields = payload
        fields["more"] = .string(String(repeating: "x", count: 16 << 10))
        #expect(throws: AccessError.unauthenticated(.malformed)) { try read(signed(header, .object(fields))) }
    }

    @Test("a caller's token without a session is incomplete")
    func caller() {
        var fields = payload
        fields["role"] = "caller"
        #expect(throws: AccessError.unauthenticated(.incomplete)) { try read(signed(header, .object(fields))) }
    }
}
