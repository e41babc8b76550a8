import Client
import Dialogue
import FoundationEssentials
import Host
import Room
import Supervision
import Timing

/// What LiveKit's front-ends show of a call: the agent's state and the words of both sides.
///
/// The agent's words are one text stream for each utterance, which grows as they are heard. The caller's are one stream
/// for each state of a segment: a later one replaces the earlier.
extension CallSession {
    /// One of `initializing`, `idle`, `listening`, `thinking`, `speaking`.
    func show(_ state: String) {
        connection?.setAttributes(["lk.agent.state": state])
    }

    // MARK: The agent

    /// An utterance begins; its words are shown as they are heard.
    func showUtterance(_ utterance: Utterance) {
        caption = SpokenCaption(of: utterance.id)
    }

    /// Shows the words heard by now.
    func showProgress() {
        guard let heard = dialogue.heardSoFar, heard.utterance == caption?.utterance else { return }
        add(heard.text)
    }

    /// The utterance is over: the rest of what was heard, and that it is final. Where too much was shown, the right words
    /// replace it.
    func showHeard(_ heard: Heard) {
        guard caption?.utterance == heard.utterance.id else { return }
        add(heard.text)
        let final = attributes(of: "agent-\(heard.utterance.id)", track: trackID, isFinal: true)
        if let caption, let stream = caption.stream {
            let isExact = caption.isExactly(heard.text)
            try? connection?.close(stream, attributes: isExact ? final : [:])
            if !isExact { send(heard.text, final) }
        }
        caption = nil
    }

    private func add(_ heard: String) {
        guard let connection, connection.isConnected, let caption, let addition = caption.addition(heard) else {
            return
        }
        do throws(DataError) {
            let stream = if let open = caption.stream { open } else { try openCaption(caption, on: connection) }
            try connection.append(addition, to: stream)
            self.caption?.tell(addition, on: stream)
        } catch {
            self.caption?.loseStream()
        }
    }

    private func openCaption(_ caption: SpokenCaption, on connection: RoomConnection) throws(DataError) -> String {
        let attributes = attributes(of: "agent-\(caption.utterance)", track: trackID, isFinal: false)
        return try connection.open(
            OutgoingStream(topic: DataTopic.transcription, attributes: attributes, timestamp: timestamp))
    }

    // MARK: The caller

    /// What the caller said, or seems to have said so far, in the caller's name.
    func showCaller(_ text: String, turn: Int, isFinal: Bool) {
        guard let caller = watch.identity else { return }
        send(text, attributes(of: "caller-\(turn)", track: watch.track, isFinal: isFinal), onBehalfOf: caller)
    }

    /// A line of the room's chat: the caller's own is taken for the caller's words.
    func read(_ chat: ChatText) {
        guard chat.participantIdentity == watch.identity, !chat.isEdit, !chat.isGenerated else { return }
        let text = String(chat.text.prefix(Self.longestLine))
        guard let desk else { return tell(.typed(text), now: .monotonic()) }
        let caller = Principal(id: sessionID, role: .caller, session: sessionID)
        let command = Command(
            id: RandomID.make("cmd"), session: sessionID, by: caller, .chat(text), at: services.world.clock()
        )
        desk.tell(.command(command, sequence: 0))
    }

    // MARK: All

    /// Characters of a typed line; the rest is not read.
    private static let longestLine = 2000

    /// A transcript as a stream of its own. One that finds no room is not sent: later ones of its segment replace it anyway.
    func send(_ text: String, _ attributes: [String: String], onBehalfOf identity: String? = nil) {
        guard let connection, connection.isConnected else { return }
        _ = try? connection.send(
            OutgoingText(
                text, topic: DataTopic.transcription, attributes: attributes, timestamp: timestamp,
                onBehalfOf: identity))
    }

    /// How a segment of the transcript is known everywhere.
    func segment(_ name: String) -> String { "\(sessionID)-\(name)" }

    private var timestamp: Int64 { Int64(services.world.clock().timeIntervalSince1970 * 1000) }

    func attributes(of segment: String, track: String?, isFinal: Bool) -> [String: String] {
        var attributes = [
            "lk.segment_id": self.segment(segment), "lk.transcription_final": isFinal ? "true" : "false",
        ]
        if let track { attributes["lk.transcribed_track_id"] = track }
        return attributes
    }
}
