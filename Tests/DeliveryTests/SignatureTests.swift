import Delivery
import Foundation
import Testing

@Suite("Signatures of webhooks")
struct SignatureTests {
    /// One of Standard Webhooks' own examples.
    struct Vector: Sendable {
        let secret: String
        let id: String
        let time: TimeInterval
        let body: String
        let signature: String
    }

    @Test(
        "agree with Standard Webhooks' own vectors",
        arguments: [
            Vector(
                secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
                time: 1_614_265_330, body: #"{"test": 2432232314}"#,
                signature: "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="),
            Vector(
                secret: "whsec_plJ3nmyCDGBKInavdOK15jsl", id: "msg_loFOjxBNrRLzqYUf", time: 1_731_705_121,
                body: #"{"event_type":"ping","data":{"success":true}}"#,
                signature: "v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0="),
        ])
    func vectors(_ vector: Vector) {
        let now = Date(timeIntervalSince1970: vector.time)
        let header = WebhookSignature.header(id: vector.id, at: now, body: vector.body, secrets: [vector.secret])
        #expect(header == vector.signature)
    }

    @Test("there is one for each secret while one takes the other's place")
    func rotation() {
        let secrets = [WebhookSignature.newSecret(), WebhookSignature.newSecret()]
        let both = WebhookSignature.header(id: "a", at: Date(timeIntervalSince1970: 1), body: "{}", secrets: secrets)
        let each = secrets.map {
            WebhookSignature.header(id: "a", at: Date(timeIntervalSince1970: 1), body: "{}", secrets: [$0])
        }
        #expect(both == each.joined(separator: " "))
        #expect(Set(each).count == 2)
    }

    @Test("a secret that is no base64 signs nothing")
    func malformed() {
        #expect(WebhookSignature.header(id: "a", at: .now, body: "", secrets: ["whsec_!"]).isEmpty)
    }
}
