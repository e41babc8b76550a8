import Foundation
import Synchronization
import Webhook

/// What a LiveKit server tells about its rooms: believed when it is signed, each once, and only as a hint to look.
final class RoomSignals: Sendable {
    private let receiver: Mutex<WebhookReceiver>
    private let reconciler: RoomReconciler?

    init(_ access: VoiceAccess, reconciler: RoomReconciler?) {
        receiver = Mutex(WebhookReceiver(secrets: [access.apiKey: access.apiSecret]))
        self.reconciler = reconciler
    }

    /// Takes a webhook; the work it makes is done later.
    func receive(_ body: [UInt8], authorization: String?, now: Date) throws(WebhookError) {
        let event = try receiver.withLock { receiver throws(WebhookError) in
            try receiver.receive(body, authorization: authorization, now: now)
        }
        switch event.name {
        case .roomFinished, .participantLeft, .participantConnectionAborted: reconciler?.hint()
        default: break
        }
    }
}
