import FoundationEssentials
import Secure
import Testing
import Token
import Webhook

@Suite("Webhooks that come twice")
struct ReplayTests {
    private static let start = WebhookFixture.signed

    /// Receives an event of this identifier, signed `age` seconds before it comes.
    private func receive(
        _ id: String, in receiver: inout WebhookReceiver, at seconds: TimeInterval = 0, age: TimeInterval = 0
    ) throws {
        let body = Array(#"{"event":"room_started","id":"\#(id)"}"#.utf8)
        let now = Self.start.addingTimeInterval(seconds)
        let hash = Data(Digest.sha256(body)).base64EncodedString()
        let token = try AccessToken(sha256: hash).signed(
            key: "devkey", secret: "secret", now: now.addingTimeInterval(-age), validFor: .seconds(300))
        _ = try receiver.receive(body, authorization: token, now: now)
    }

    @Test("a webhook that is sent again is told apart, and answered as if all were well")
    func sameToken() throws {
        var receiver = WebhookReceiver(secrets: ["devkey": "secret"])
        let fixture = WebhookFixture.job
        _ = try receiver.receive(fixture.body, authorization: fixture.token, now: Self.start)
        for age in [0.0, 60, 360] {
            #expect(throws: WebhookError.replayed) {
                try receiver.receive(
                    fixture.body, authorization: "bearer " + fixture.token, now: Self.start.addingTimeInterval(age))
            }
        }
        #expect(receiver.counters.replayed == 3 && receiver.counters.accepted == 1)
        #expect(WebhookError.replayed.status == 200)
    }

    @Test("an event signed anew is the same event")
    func sameEvent() throws {
        var receiver = WebhookReceiver(secrets: ["devkey": "secret"])
        try receive("EV_1", in: &receiver)
        #expect(throws: WebhookError.replayed) { try receive("EV_1", in: &receiver, at: 10) }
        try receive("EV_2", in: &receiver, at: 10)
    }

    @Test("events without identifiers are told apart by their tokens")
    func noIdentifier() throws {
        var receiver = WebhookReceiver(secrets: ["devkey": "secret"])
        try receive("", in: &receiver)
        try receive("", in: &receiver, at: 1)
        #expect(throws: WebhookError.replayed) { try receive("", in: &receiver, at: 2, age: 1) }
    }

    @Test("an altered webhook is not remembered, so that the true one is believed")
    func afterForgery() throws {
        var receiver = WebhookReceiver(secrets: ["devkey": "secret"])
        let fixture = WebhookFixture.job
        #expect(throws: WebhookError.wrongHash) {
            try receiver.receive(fixture.body + [0], authorization: fixture.token, now: Self.start)
        }
        _ = try receiver.receive(fixture.body, authorization: fixture.token, now: Self.start)
    }

    @Test("the memory is bounded: the oldest is forgotten, and what cannot be valid any more")
    func bounds() throws {
        var receiver = WebhookReceiver(secrets: ["devkey": "secret"], remembered: 3)
        for number in 1...4 { try receive("EV_\(number)", in: &receiver, at: Double(number)) }
        #expect(throws: WebhookError.replayed) { try receive("EV_2", in: &receiver, at: 5) }
        try receive("EV_1", in: &receiver, at: 6)
        // Seven minutes later the memory is empty: three more fit without pushing one another out.
        for number in 5...7 { try receive("EV_\(number)", in: &receiver, at: 420 + Double(number)) }
        #expect(throws: WebhookError.replayed) { try receive("EV_5", in: &receiver, at: 430) }
    }
}
