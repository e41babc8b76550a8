import Client
import Dialogue
import FoundationEssentials
import Host
import Room

/// What LiveKit's front-ends show of a call: the agent's state and the words of both sides.
extension CallSession {
    /// One of `initializing`, `idle`, `listening`, `thinking`, `speaking`.
    func show(_ state: String) {
        connection?.setAttributes(["lk.agent.state": state])
    }

    /// The words of an utterance that begins; replaced by what was heard when it is over.
    func showUtterance(_ utterance: Utterance) {
        shownUtterance = utterance.id
        send(utterance.text, segment: "agent-\(utterance.id)", isFinal: false)
    }

    func showHeard(_ heard: Heard) {
        guard shownUtterance == heard.utterance.id else { return }
        shownUtterance = nil
        send(heard.text, segment: "agent-\(heard.utterance.id)", isFinal: true)
    }

    func showCaller(_ text: String, turn: Int, isFinal: Bool) {
        guard let caller = watch.identity else { return }
        send(text, segment: "caller-\(turn)", isFinal: isFinal, onBehalfOf: caller)
    }

    /// A text stream for each state of a segment: a later one of the same segment replaces the earlier.
    private func send(_ text: String, segment: String, isFinal: Bool, onBehalfOf caller: String? = nil) {
        guard let connection, connection.isConnected else { return }
        var attributes = [
            "lk.segment_id": "\(sessionID)-\(segment)", "lk.transcription_final": isFinal ? "true" : "false",
        ]
        if let track = caller == nil ? trackID : watch.track { attributes["lk.transcribed_track_id"] = track }
        let time = Int64(services.world.clock().timeIntervalSince1970 * 1000)
        connection.send(
            OutgoingText(text, topic: "lk.transcription", attributes: attributes, timestamp: time, onBehalfOf: caller))
    }
}
