import Audio
import Client
import Conversation
import Dialogue
import Document
import Logging
import NIOCore
import RTP
import Room
import Timing

/// What happens in the room. Entered from the socket in one call stack.
extension CallSession {
    func take(_ event: RoomEvent) {
        switch event {
        case .joined(let room): enter(room)
        case .connected: connected()
        case .participantJoined(let participant), .participantChanged(let participant):
            see(participant)
        case .participantLeft(let participant): miss(participant)
        case .trackPublished(_, let sid): published(sid)
        case .trackSubscribed: isHeard = true
        case .lossReported(_, let fraction): agentVoice.noteLoss(fraction)
        case .audioStarted(let track): begin(track)
        case .audioEnded(let track): end(track)
        case .audio(let id, let packet): receive(packet, of: id)
        case .reconnecting(let reason):
            logger.warning("connection lost, connecting anew", metadata: ["reason": "\(reason)"])
            journal.note("connection", ["phase": "reconnecting", "reason": .string(reason)])
        case .serverFailed(let reason): logger.warning("\(reason)")
        case .chat(let chat): read(chat)
        case .dtmf(let tone): press(tone)
        case .disconnected(let failure): disconnected(failure)
        case .resumed: journal.note("connection", ["phase": "resumed"])
        case .trackRefused(_, let outcome):
            giveUp("the server does not let the agent speak: \(outcome)")
        case .trackUnpublished: giveUp("the server ended the agent's track")
        default: break
        }
    }

    private func enter(_ room: JoinedRoom) {
        logger.debug("joined", metadata: ["room": "\(room.name)", "server": "\(room.serverVersion)"])
        show(connectedAt == nil ? "initializing" : dialogue.state.rawValue)
    }

    /// A track under another id has no subscribers yet: what is sent before it has is not heard.
    private func published(_ sid: String) {
        if trackID != sid { isHeard = false }
        trackID = sid
        let wait = Instant.monotonic() - began
        logger.info("agent track published", metadata: ["after_ms": "\(Int(wait.inMilliseconds))"])
    }

    private func connected() {
        let now = Instant.monotonic()
        connectedAt = now
        guard !isTicking else { return }
        isTicking = true
        pacer = FramePacer(after: now)
        scheduleTick()
    }

    func apply(_ change: CallerWatch.Change) {
        switch change {
        case .none: break
        case .arrived:
            callerIsHere = true
            logger.info("caller is here")
        case .changed:
            succeed()
            logger.info("another caller is listened to")
        case .left(let mayReturn):
            callerIsHere = false
            isWelcomed = false
            logger.info("caller left", metadata: ["may_return": "\(mayReturn)"])
            tell(.callerLeft(mayReturn: mayReturn), now: .monotonic())
        }
    }

    /// An agent without a voice is of no use to anybody.
    private func giveUp(_ reason: String) {
        logger.error("the call cannot go on", metadata: ["reason": "\(reason)"])
        end(.failed(reason))
    }

    private func disconnected(_ failure: RoomFailure?) {
        switch failure {
        case nil: break
        case .roomClosed, .removed: outcome = outcome ?? .ended(reason: "room_closed")
        case let failure?:
            logger.error("room lost", metadata: ["reason": "\(failure)"])
            outcome = outcome ?? .failed(failure.description)
        }
        finish()
    }
}
