import FoundationEssentials
import Secure
import Testing
import Token
import Webhook

@Suite("Refusing webhooks")
struct RefusalTests {
    private static let fixture = WebhookFixture.joined

    private static func refusal(
        _ receiver: inout WebhookReceiver, _ body: [UInt8] = fixture.body, _ authorization: String? = fixture.token
    ) -> WebhookError? {
        do throws(WebhookError) {
            _ = try receiver.receive(body, authorization: authorization, now: WebhookFixture.signed)
            return nil
        } catch {
            return error
        }
    }

    private static func receiver() -> WebhookReceiver { WebhookReceiver(secrets: ["devkey": "secret"]) }

    /// A token over any body.
    private static func token(_ body: String, key: String = "devkey", secret: String = "secret") throws -> String {
        let hash = Data(Digest.sha256(Array(body.utf8))).base64EncodedString()
        return try AccessToken(sha256: hash).signed(
            key: key, secret: secret, now: WebhookFixture.signed, validFor: .seconds(300))
    }

    @Test("any change of the body is noticed before it is read")
    func altered() {
        var receiver = Self.receiver()
        for index in Self.fixture.body.indices {
            var body = Self.fixture.body
            body[index] ^= 1
            #expect(Self.refusal(&receiver, body) == .wrongHash)
        }
        for length in 0..<Self.fixture.body.count {
            #expect(Self.refusal(&receiver, Array(Self.fixture.body.prefix(length))) == .wrongHash)
        }
        #expect(Self.refusal(&receiver, Self.fixture.body + [0x20]) == .wrongHash)
        #expect(receiver.counters.altered == Self.fixture.body.count * 2 + 1)
        #expect(Self.refusal(&receiver) == nil)
    }

    @Test("no part of a token is enough")
    func truncated() {
        var receiver = Self.receiver()
        for length in 1..<Self.fixture.token.count {
            guard case .token = Self.refusal(&receiver, Self.fixture.body, String(Self.fixture.token.prefix(length)))
            else {
                Issue.record("\(length) letters were believed")
                return
            }
        }
        #expect(receiver.counters.unauthorized == Self.fixture.token.count - 1)
    }

    @Test("without a token nothing is believed", arguments: [nil, "", " ", "Basic abc", "Bearer", "a b c"])
    func noToken(_ authorization: String?) {
        var receiver = Self.receiver()
        let error = Self.refusal(&receiver, Self.fixture.body, authorization)
        #expect(error == (authorization == "Bearer" ? .token(.malformed) : .missingToken))
        #expect(error?.status == 401)
    }

    @Test("another server's key, another secret and a key to a room are refused")
    func wrongTokens() throws {
        var receiver = Self.receiver()
        let body = #"{"event":"room_started"}"#
        let bytes = Array(body.utf8)
        #expect(Self.refusal(&receiver, bytes, try Self.token(body, key: "other")) == .token(.unknownIssuer))
        #expect(Self.refusal(&receiver, bytes, try Self.token(body, secret: "other")) == .token(.wrongSignature))
        let key = try AccessToken(identity: "ann", grants: .join("r")).signed(
            key: "devkey", secret: "secret", now: WebhookFixture.signed)
        #expect(Self.refusal(&receiver, bytes, key) == .missingHash)
        #expect(receiver.counters.unauthorized == 2 && receiver.counters.unsigned == 1)
    }

    @Test(
        "what is signed and no event is malformed",
        arguments: [
            "", "7", "[]", "{}", #"{"event":""}"#, #"{"event":7}"#, #"{"event":"room_started","createdAt":[]}"#,
        ])
    func malformed(_ body: String) throws {
        var receiver = Self.receiver()
        #expect(Self.refusal(&receiver, Array(body.utf8), try Self.token(body)) == .malformed)
        #expect(receiver.counters.malformed == 1)
    }

    @Test("deep nesting and endless bodies do no harm")
    func hostile() throws {
        var receiver = Self.receiver()
        let nested = #"{"event":"x","later":"# + String(repeating: "[", count: 100_000)
        #expect(Self.refusal(&receiver, Array(nested.utf8), try Self.token(nested)) == .malformed)
        let endless = [UInt8](repeating: 0x20, count: WebhookReceiver.longestBody + 1)
        #expect(Self.refusal(&receiver, endless) == .tooLong)
        #expect(WebhookError.tooLong.status == 413)
    }
}
