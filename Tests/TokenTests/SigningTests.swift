import FoundationEssentials
import Testing
import Token

@Suite("Signing a token")
struct SigningTests {
    private static let now = TokenFixture.issued

    private func verified(_ token: AccessToken) throws -> Claims {
        let jwt = try token.signed(key: "devkey", secret: "secret", now: Self.now)
        return try AccessToken.verify(jwt, now: Self.now, secret: TokenFixture.secret)
    }

    @Test("what was signed reads back as the same value")
    func roundTrip() throws {
        var grant = VideoGrant.join("salon/été")
        grant.canPublish = false
        grant.canPublishSources = ["microphone"]
        grant.hidden = true
        let dispatch = RoomConfiguration.AgentDispatch(agentName: "bot", metadata: "m")
        let token = AccessToken(
            identity: "caller \"1\"", name: "Zoë", kind: .agent, grants: grant, attributes: ["lang": "fr"],
            metadata: "{}", sha256: "abc=", roomConfiguration: RoomConfiguration(agents: [dispatch]))
        let claims = try verified(token)
        #expect(claims.identity == token.identity && claims.name == token.name && claims.kind == .agent)
        #expect(claims.video == grant && claims.attributes == token.attributes && claims.metadata == "{}")
        #expect(claims.sha256 == "abc=" && claims.roomConfiguration == token.roomConfiguration)
        #expect(claims.issuer == "devkey")
        #expect(claims.notBefore == Self.now && claims.issuedAt == Self.now)
        #expect(claims.expiry == Self.now.addingTimeInterval(6 * 3600))
    }

    @Test("grants beside rooms, the token's id, and all of a room's configuration read back")
    func rareClaims() throws {
        var token = AccessToken(identity: "u", kind: .sip)
        token.id = "T1"
        token.kindDetails = ["connector_twilio"]
        token.roomPreset = "small"
        token.services.grant(.sip, ["admin", "call"])
        token.services.grant(.agent, ["simulationAdmin"])
        token.services.grant(.inference, ["perform"])
        token.services.grant(.observability, ["write"])
        var dispatch = RoomConfiguration.AgentDispatch(agentName: "bot")
        dispatch.deployment = "canary"
        dispatch.attributes = ["a": "b"]
        var configuration = RoomConfiguration(agents: [dispatch])
        configuration.minPlayoutDelay = 10
        configuration.maxPlayoutDelay = 200
        configuration.syncStreams = true
        configuration.tags = ["t": "v"]
        token.roomConfiguration = configuration
        let claims = try verified(token)
        #expect(claims.id == "T1" && claims.identity == "u" && claims.kind == .sip)
        #expect(claims.kindDetails == ["connector_twilio"] && claims.roomPreset == "small")
        #expect(claims.services == token.services && claims.services.allows(.sip, "call"))
        #expect(!claims.services.allows(.agent, "admin"))
        #expect(claims.roomConfiguration == configuration)
    }

    @Test("a refreshed token says the same of its bearer, and lives as long as the first, ten minutes at least")
    func refreshing() throws {
        var first = AccessToken(
            identity: "ann", name: "Ann", kind: .standard, grants: .join("r"), attributes: ["a": "b"], metadata: "m",
            roomConfiguration: RoomConfiguration(agents: []))
        first.kindDetails = ["forwarded"]
        let claims = try verified(first)
        let second = try verified(AccessToken(refreshing: claims))
        #expect(second.identity == "ann" && second.name == "Ann" && second.metadata == "m")
        #expect(second.video == claims.video && second.attributes == claims.attributes)
        #expect(second.kindDetails == ["forwarded"] && second.roomConfiguration == nil)
        let lifetime = { AccessToken.refreshedLifetime(of: claims, now: Self.now.addingTimeInterval($0)) }
        #expect(lifetime(0) == .seconds(6 * 3600))
        #expect(lifetime(3600) == .seconds(5 * 3600))
        #expect(lifetime(6 * 3600 - 60) == .seconds(600))
        #expect(lifetime(7 * 3600) == .seconds(600))
    }

    @Test("the text is exactly what the claims say, and nothing absent is written")
    func exactText() throws {
        let jwt = try AccessToken(identity: "u", grants: .join("r"))
            .signed(key: "devkey", secret: "secret", now: Self.now, validFor: .seconds(60))
        let payload =
            #"{"exp":1767323105,"iat":1767323045,"iss":"devkey","nbf":1767323045,"#
            + #""sub":"u","video":{"room":"r","roomJoin":true}}"#
        #expect(jwt == VerificationTests.token(header: #"{"alg":"HS256","typ":"JWT"}"#, payload: payload))
    }

    @Test("a worker's token has the worker's grant and no identity")
    func worker() throws {
        let claims = try verified(AccessToken(grants: .worker))
        #expect(claims.identity.isEmpty && claims.video == .worker)
        #expect(claims.video?.agent == true && claims.video?.roomJoin == false)
    }

    @Test("every kind survives, and an unknown one counts as standard")
    func kinds() throws {
        for kind in ParticipantKind.allCases {
            #expect(try verified(AccessToken(identity: "x", kind: kind)).kind == kind)
        }
        let jwt = VerificationTests.token(payload: #"{"iss":"devkey","exp":1767326645,"kind":"robot"}"#)
        #expect(try AccessToken.verify(jwt, now: Self.now, secret: TokenFixture.secret).kind == .standard)
    }

    @Test("defaults follow the grant: data as publishing, publishing allowed")
    func defaults() {
        var grant = VideoGrant()
        #expect(grant.mayPublish && grant.maySubscribe && grant.mayPublishData && !grant.mayUpdateOwnMetadata)
        grant.canPublish = false
        #expect(!grant.mayPublishData && !grant.mayPublish(source: "microphone"))
        grant.canPublishData = true
        #expect(grant.mayPublishData)
    }

    @Test("without a key or a secret nothing is signed")
    func missingKey() {
        for (key, secret) in [("", "secret"), ("devkey", "")] {
            #expect(throws: TokenError.missingKey) {
                try AccessToken(identity: "x").signed(key: key, secret: secret, now: Self.now)
            }
        }
    }

    @Test("the secret is in no token, description or error")
    func secrecy() throws {
        let token = AccessToken(identity: "x", grants: .join("r"))
        let jwt = try token.signed(key: "devkey", secret: "hush-hush", now: Self.now)
        let claims = try AccessToken.verify(jwt, now: Self.now) { _ in "hush-hush" }
        var texts = [jwt, "\(token)", "\(claims)"]
        do {
            _ = try AccessToken.verify(jwt + "A", now: Self.now) { _ in "hush-hush" }
            Issue.record("an altered token was accepted")
        } catch {
            texts.append("\(error) \(String(reflecting: error))")
        }
        #expect(texts.allSatisfy { !$0.contains("hush") })
    }
}
