import HTTPTypes
import HummingbirdCore
import Surface
import Webhook

extension Routes {
    /// What a LiveKit server tells.
    func addSignals(to endpoints: inout Endpoints) {
        endpoints.serve("receiveLiveKitWebhook") { call in
            guard call.request.mediaType == "application/webhook+json" else {
                throw Problem(.unsupportedMedia, "A LiveKit server sends application/webhook+json.")
            }
            let body = try await call.request.bytes(limit: WebhookReceiver.longestBody)
            guard let signals = plane.signals else { throw Problem.anonymous }
            do throws(WebhookError) {
                try signals.receive(body, authorization: call.header("Authorization"), now: call.now)
            } catch {
                switch error {
                case .replayed: break
                case .malformed: throw Problem(.validation, "The body is no event of a LiveKit server.")
                case .tooLong: throw Problem.tooLarge
                case .missingToken, .token, .missingHash, .wrongHash: throw Problem.anonymous
                }
            }
            return HTTPReply(.ok)
        }
    }
}
