import Foundation
import Supervision
import Testing

@testable import Access

@Suite("Fetching keys") struct KeyFetchingTests {
    private let now = Date(timeIntervalSince1970: ForeignTokens.issuedAt)

    private func admit(_ server: KeyServer) async throws -> Admission {
        let issuer = try ExternalIssuer(
            name: ForeignTokens.issuer, audience: ForeignTokens.audience,
            keysURL: "http://127.0.0.1:\(server.port)/jwks.json")
        return try await IssuerKeys(issuer).admit(try SignedToken(ForeignTokens.es256), now: now)
    }

    @Test("keys are fetched over HTTP from where the settings say")
    func real() async throws {
        let server = try KeyServer("200 OK", ForeignTokens.keySet)
        #expect(try await admit(server).principal.id == "auth0|42")
        #expect(server.count == 1)
    }

    @Test("an error, a redirection, too much, or what is no key set brings no keys")
    func refused() async throws {
        let long = ForeignTokens.keySet.dropLast() + ",\"more\":\"\(String(repeating: "x", count: 64 << 10))\"}"
        let answers = [
            ("500 Internal Server Error", ForeignTokens.keySet), ("302 Found", ForeignTokens.keySet),
            ("200 OK", String(long)), ("200 OK", "<html>"), ("200 OK", ""),
        ]
        for (status, body) in answers {
            let server = try KeyServer(status, body)
            await #expect(throws: AccessError.unavailable("the issuer's keys cannot be fetched")) {
                try await admit(server)
            }
            #expect(server.count == 1)
        }
    }
}
