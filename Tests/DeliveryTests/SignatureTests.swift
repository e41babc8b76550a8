import Delivery
import Foundation
import Testing

@Suite("Signatures of webhooks")
struct SignatureTests {
    @Test(
        "agree with Standard Webhooks' own vectors",
        arguments: [
            (
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330,
                #"{"test": 2432232314}"#, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
            ),
            (
                "whsec_plJ3nmyCDGBKInavdOK15jsl", "msg_loFOjxBNrRLzqYUf", 1_731_705_121,
                #"{"event_type":"ping","data":{"success":true}}"#, "v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0="
            ),
        ])
    func vectors(secret: String, id: String, time: Int, body: String, expected: String) {
        let now = Date(timeIntervalSince1970: TimeInterval(time))
        #expect(WebhookSignature.header(id: id, at: now, body: body, secrets: [secret]) == expected)
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
