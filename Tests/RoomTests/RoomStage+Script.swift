import Contract
import Peer
import Room
import SCTP
import SDP
import SwiftProtobuf
import Timing

// The server's part in the dual topology, and in resuming a session of either.
extension RoomStage {
    /// A stage whose room is connected by two peer connections.
    /// - Parameter tracks: what the others send from the beginning.
    static func dual(
        others: [Livekit_ParticipantInfo] = [], tracks: [String] = [], canResume: Bool = false
    ) throws -> RoomStage {
        let stage = try RoomStage(topology: .dual)
        stage.letsResume = canResume
        stage.connect()
        stage.bindSockets()
        stage.joinDual(others: others)
        try stage.offer(tracks: tracks)
        try stage.answer()
        stage.run(for: .seconds(1))
        return stage
    }

    /// A stage whose room is connected in either topology.
    static func connected(
        _ topology: Topology, others: [Livekit_ParticipantInfo] = [], canResume: Bool = true
    ) throws -> RoomStage {
        guard topology == .single else { return try dual(others: others, canResume: canResume) }
        let stage = try RoomStage()
        stage.letsResume = canResume
        stage.connect()
        stage.join(others: others)
        try stage.answer()
        stage.run(for: .seconds(1))
        return stage
    }

    func bindSockets() {
        room.handle(.socketsBound([Self.subscriberAddress]), now: now)
        drain()
    }

    func joinDual(others: [Livekit_ParticipantInfo] = [], isPrimary: Bool = true, isFast: Bool = true) {
        let letsResume = letsResume
        join {
            $0.otherParticipants = others
            $0.subscriberPrimary = isPrimary
            $0.fastPublish = isFast
            $0.clientConfiguration.resumeConnection = letsResume ? .unset : .disabled
        }
    }

    /// Offers the connection that the room receives on: the data channels, then a section for each track.
    func offer(tracks: [String] = [], restarting: Bool = false) throws {
        if offering == nil {
            var peer = try makeServer(.offerer)
            peer.openChannel("_reliable", reliability: .reliable, ordered: true)
            peer.openChannel("_lossy", reliability: .lossy(maxRetransmits: 0), ordered: false)
            offering = consume peer
        }
        for track in tracks { offering?.addSendingAudio(track: track, stream: "PA_ann|\(track)") }
        if restarting { offering?.restart(now: now) }
        guard let description = try offering?.makeOffer() else { return }
        let (before, sdp) = (answersSent.count, text(of: description))
        signal(
            .offer(
                .with {
                    $0.type = "offer"
                    $0.sdp = sdp
                    $0.id = UInt32(before) + 200
                }))
        guard answersSent.count > before, let answer = answersSent.last else { return }
        try offering?.setAnswer(SDP.SessionDescription(parsing: answer.sdp), now: now)
        drain()
    }

    /// Takes the session up again, with everybody who is there.
    func takeUp(others: [Livekit_ParticipantInfo] = [], lastMessage: UInt32 = 0) {
        room.handle(.signalOpened, now: now)
        signal(.reconnect(.with { $0.lastMessageSeq = lastMessage }))
        signal(.update(.with { $0.participants = others + [People.someone("me", sid: "PA_me", version: 2)] }))
    }

    /// Takes the session up again and answers everything, as a good server does.
    func resume(
        others: [Livekit_ParticipantInfo] = [], tracks: [String: String] = [:], lastMessage: UInt32 = 0
    ) throws {
        takeUp(others: others, lastMessage: lastMessage)
        if offering != nil { try offer(restarting: true) }
        try answer(tracks: tracks)
        run(for: .seconds(1))
    }

    /// A candidate with the server's address, as a server trickles it.
    func trickle(to target: Livekit_SignalTarget) {
        let candidate = "candidate:1 1 udp 2130706431 10.0.0.1 7882 typ host"
        signal(
            .trickle(
                .with {
                    $0.candidateInit = #"{"candidate":"\#(candidate)","sdpMid":"0","sdpMLineIndex":0}"#
                    $0.target = target
                }))
    }

    /// A few frames of the others' sound, on the given audio section of the second connection.
    func speak(onSection index: Int) throws {
        for _ in 0..<5 {
            try offering?.sendAudio(OutgoingFrame([0xF8, 0xFF, 0xFE]), on: "\(index)", now: now)
            run(for: .milliseconds(20))
        }
    }

    /// Publishes a track, and acknowledges it under this id.
    func publish(_ name: String, as sid: String, isAnswered: Bool = true) throws {
        let cid = room.publishAudio(name: name, now: now)
        drain()
        signal(
            .trackPublished(
                .with {
                    $0.cid = cid
                    $0.track.sid = sid
                    $0.track.mimeType = "audio/opus"
                }))
        if isAnswered { try answer() }
    }

    /// Answers a request about ourselves.
    func answer(_ id: UInt32, _ reason: Livekit_RequestResponse.Reason, _ message: String = "") {
        signal(.requestResponse(.with { ($0.requestID, $0.reason, $0.message) = (id, reason, message) }))
    }
}
