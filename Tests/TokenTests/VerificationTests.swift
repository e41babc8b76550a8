import FoundationEssentials
import Secure
import Simulation
import Testing
import Token

@Suite("Verifying a token")
struct VerificationTests {
    /// A token over any header and payload, properly signed.
    static func token(header: String = #"{"alg":"HS256"}"#, payload: String, secret: String = "secret") -> String {
        let message = base64(header) + "." + base64(payload)
        return message + "." + base64(HMAC.sha256(key: Array(secret.utf8), message: Array(message.utf8)))
    }

    static func base64(_ text: String) -> String { base64(Array(text.utf8)) }

    /// Foundation's encoder, so that ours is not its own judge.
    static func base64(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    static func refusal(_ jwt: String, now: TimeInterval = 0) -> TokenError? {
        do {
            let moment = TokenFixture.issued.addingTimeInterval(now)
            _ = try AccessToken.verify(jwt, now: moment, secret: TokenFixture.secret)
            return nil
        } catch {
            return error
        }
    }

    @Test("a token another library made is understood claim by claim")
    func foreign() throws {
        let claims = try AccessToken.verify(TokenFixture.jwt, now: TokenFixture.issued, secret: TokenFixture.secret)
        #expect(claims.issuer == "devkey" && claims.identity == "agent-1" && claims.name == "Zoë")
        #expect(claims.kind == .agent && claims.metadata == #"{"a":1}"# && claims.attributes == ["lang": "fr"])
        #expect(claims.expiry == TokenFixture.issued.addingTimeInterval(3600))
        let video = try #require(claims.video)
        #expect(video.roomJoin && video.agent && video.room == "salon" && !video.roomAdmin)
        #expect(video.mayPublish && video.maySubscribe && !video.mayPublishData && !video.mayUpdateOwnMetadata)
        #expect(video.mayPublish(source: "MICROPHONE") && !video.mayPublish(source: "camera"))
    }

    @Test("a change of any letter is noticed")
    func tampering() {
        let letters = Array(TokenFixture.jwt)
        for index in letters.indices {
            var altered = letters
            altered[index] = letters[index] == "A" ? "B" : "A"
            #expect(Self.refusal(String(altered)) != nil)
        }
    }

    @Test("no truncation is accepted")
    func truncations() {
        for length in 0..<TokenFixture.jwt.count {
            #expect(Self.refusal(String(TokenFixture.jwt.prefix(length))) != nil)
        }
    }

    @Test(
        "only HS256 is an algorithm",
        arguments: [
            #"{"alg":"none"}"#, #"{"alg":"None"}"#, #"{"alg":"hs256"}"#, #"{"alg":"HS512"}"#, #"{"alg":"RS256"}"#,
            #"{"alg":"HS256","crit":["exp"]}"#,
        ])
    func algorithms(header: String) {
        let payload = #"{"iss":"devkey","sub":"x","exp":1767326645}"#
        #expect(Self.refusal(Self.token(payload: payload)) == nil)
        #expect(Self.refusal(Self.token(header: header, payload: payload)) == .unsupportedAlgorithm)
        #expect(Self.refusal(Self.base64(header) + "." + Self.base64(payload) + ".") == .unsupportedAlgorithm)
    }

    @Test("another secret and an unknown issuer are refused")
    func wrongKeys() {
        let payload = #"{"iss":"devkey","sub":"x","exp":1767326645}"#
        #expect(Self.refusal(Self.token(payload: payload, secret: "secreT")) == .wrongSignature)
        #expect(Self.refusal(Self.token(payload: payload, secret: "")) == .wrongSignature)
        #expect(Self.refusal(Self.token(payload: #"{"iss":"other","exp":1767326645}"#)) == .unknownIssuer)
        let empty = {
            try AccessToken.verify(Self.token(payload: payload, secret: ""), now: TokenFixture.issued) { _ in "" }
        }
        #expect(throws: TokenError.unknownIssuer) { try empty() }
    }

    @Test("times have a minute of leeway, and an end is mandatory")
    func times() {
        #expect(Self.refusal(TokenFixture.jwt, now: 3660) == nil)
        #expect(Self.refusal(TokenFixture.jwt, now: 3661) == .expired)
        #expect(Self.refusal(TokenFixture.jwt, now: -60) == nil)
        #expect(Self.refusal(TokenFixture.jwt, now: -61) == .notYetValid)
        #expect(Self.refusal(Self.token(payload: #"{"iss":"devkey","sub":"x"}"#)) == .missingExpiry)
        let future = #"{"iss":"devkey","sub":"x","iat":1767323145.5,"exp":1767326645.5}"#
        #expect(Self.refusal(Self.token(payload: future)) == .notYetValid)
        #expect(Self.refusal(Self.token(payload: future), now: 41) == nil)
    }

    @Test("the identity is sub, or jti without it")
    func identity() throws {
        let identity = { (claims: String) in
            let jwt = Self.token(payload: #"{"iss":"devkey","exp":1767326645\#(claims)}"#)
            return try AccessToken.verify(jwt, now: TokenFixture.issued, secret: TokenFixture.secret).identity
        }
        #expect(try identity(#","sub":"a","jti":"b","identity":"c""#) == "a")
        #expect(try identity(#","jti":"b","identity":"c""#) == "b")
        #expect(try identity(#","sub":"","jti":"b""#) == "b")
        #expect(try identity(#","identity":"c""#).isEmpty)
    }

    @Test(
        "what is not a token is malformed",
        arguments: [
            "", ".", "..", "...", "a.b.c", "e30.e30.e30", "=.=.=", "eyJhbGciOiJIUzI1NiJ9..", "\u{0}.\u{1F600}.x",
        ])
    func garbage(text: String) {
        #expect(Self.refusal(text) == .malformed)
    }

    @Test(
        "signed nonsense is malformed",
        arguments: [
            "[]", "null", "7", #"{"iss":7}"#, #"{"iss":"devkey","exp":"soon"}"#, #"{"iss":"devkey","exp":1,"video":3}"#,
            #"{"iss":"devkey","exp":1767326645,"attributes":{"a":1}}"#,
        ])
    func signedNonsense(payload: String) {
        #expect(Self.refusal(Self.token(payload: payload)) == .malformed)
    }

    @Test("a grant beside rooms is only what is true")
    func flags() throws {
        let payload =
            #"{"iss":"devkey","exp":1767326645,"sip":{"admin":true,"call":false,"later":{"a":1}},"inference":{}}"#
        let claims = try AccessToken.verify(
            Self.token(payload: payload), now: TokenFixture.issued, secret: TokenFixture.secret)
        #expect(claims.services.allows(.sip, "admin"))
        #expect(!claims.services.allows(.sip, "call") && !claims.services.allows(.sip, "later"))
        #expect(!claims.services.allows(.inference, "perform"))
    }

    @Test("random text and deep nesting never trap")
    func random() {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<2000 {
            let noise = (0..<Int.random(in: 0...60, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            #expect(Self.refusal(Self.base64(noise) + "." + Self.base64(noise) + "." + Self.base64(noise)) != nil)
        }
        let nested = String(repeating: "[", count: 100_000)
        #expect(Self.refusal(Self.token(payload: #"{"iss":"devkey","video":\#(nested)"#)) == .malformed)
        #expect(Self.refusal(String(repeating: "a", count: 2_000_000)) == .malformed)
    }
}
