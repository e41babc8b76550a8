import Contract
import FoundationEssentials
import Secure
import Testing
import Token
import Webhook

@Suite("Receiving webhooks")
struct ReceivingTests {
    @Test("the webhooks of another library are believed", arguments: WebhookFixture.all)
    func foreign(_ fixture: WebhookFixture) throws {
        var receiver = WebhookReceiver(secrets: ["devkey": "secret"])
        let event = try receiver.receive(fixture.body, authorization: fixture.token, now: WebhookFixture.signed)
        #expect(event.id.hasPrefix("EV_"))
        #expect(receiver.counters.accepted == 1)
    }

    private func event(_ fixture: WebhookFixture) throws -> WebhookEvent {
        var receiver = WebhookReceiver(secrets: ["devkey": "secret"])
        return try receiver.receive(fixture.body, authorization: "Bearer " + fixture.token, now: WebhookFixture.signed)
    }

    @Test("an event says what happened to whom, where and when")
    func contents() throws {
        let joined = try event(.joined)
        #expect(joined.name == .participantJoined)
        #expect(joined.room?.name == "salon/été" && joined.room?.numParticipants == 2)
        #expect(joined.participant?.identity == "ann \"a\"" && joined.participant?.kind == .sip)
        #expect(joined.createdAt == WebhookFixture.signed && joined.dropped == 0)
        #expect(joined.track == nil && joined.job == nil)
        #expect(try event(.published).track?.sid == "TR_1")
        let job = try event(.job)
        #expect(job.name == .agentJobEnded && job.dropped == 3)
        #expect(job.job?.id == "AJ_1" && job.job?.state.status == .jsSuccess)
    }

    @Test("what is not known here is let through")
    func unknown() throws {
        #expect(try event(.newer).name == .other("room_moved"))
        let egress = try event(.egress)
        #expect(egress.name == .egressEnded && egress.room == nil)
    }

    @Test("times have a minute of leeway")
    func times() throws {
        let refusal = { (seconds: TimeInterval) -> WebhookError? in
            var receiver = WebhookReceiver(secrets: ["devkey": "secret"])
            let now = WebhookFixture.signed.addingTimeInterval(seconds)
            do throws(WebhookError) {
                _ = try receiver.receive(WebhookFixture.job.body, authorization: WebhookFixture.job.token, now: now)
                return nil
            } catch {
                return error
            }
        }
        #expect(refusal(360) == nil && refusal(361) == .token(.expired))
        #expect(refusal(-60) == nil && refusal(-61) == .token(.notYetValid))
    }

    @Test("no secret is printed")
    func secrecy() {
        var dumped = ""
        let receiver = WebhookReceiver(secrets: ["devkey": "hush"])
        dump(receiver, to: &dumped)
        #expect(!(dumped + "\(receiver)" + String(reflecting: receiver)).contains("hush"))
        #expect("\(receiver)".contains("devkey"))
    }
}
