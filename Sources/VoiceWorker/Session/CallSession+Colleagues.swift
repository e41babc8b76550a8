import Audio
import Client
import Conversation
import Dialogue
import Document
import Host
import Logging
import RTP
import Room
import Speech
import Supervision
import Timing

/// People who talk in the agent's place, or beside it: each is heard and written down, none is answered.
extension CallSession {
    func see(_ participant: Participant) {
        attendance.see(participant)
        apply(watch.see(participant))
        seeConsent(participant)
    }

    func miss(_ participant: Participant) {
        let isReplaced = connection?.others.contains { $0.identity == participant.identity } ?? false
        floor.leave(participant.identity)
        if let gone = attendance.miss(participant) { dismiss(gone) }
        apply(watch.miss(participant, isReplaced: isReplaced))
        matchOthers()
    }

    func begin(_ track: RemoteTrack) {
        if watch.begin(track) { callerVoice.reset() }
        matchOthers()
        if let attendant = attendance.begin(track) { admit(attendant, track.sid) }
    }

    func end(_ track: RemoteTrack) {
        watch.end(track)
        matchOthers()
        if let attendant = attendance.end(track) { dismiss(attendant) }
    }

    // MARK: Coming and going

    private func admit(_ attendant: Attendance.Attendant, _ track: String) {
        colleagues.removeValue(forKey: attendant.attachment)?.ear.close()
        guard let colleague = bystander(attendant.identity, track: track) else { return }
        let ear = colleague.ear
        colleagues[attendant.attachment] = colleague
        elsewhere { await ear.run { [weak self] report in await self?.hear(report, of: attendant) } }
        logger.info("a colleague can talk", metadata: ["attachment": "\(attendant.attachment)"])
        desk?.tell(.trackBegan(attachment: attendant.attachment))
    }

    func bystander(_ identity: String, track: String) -> Bystander? {
        do throws(OpusError) {
            return try Bystander(
                identity, track: track, ear: Ear(services.engines.recognizer), detection: services.detection,
                longest: services.turnTaking.longestUtterance)
        } catch {
            logger.error("somebody cannot be listened to", metadata: ["reason": "\(error)"])
            return nil
        }
    }

    /// What was said until now is still written down.
    private func dismiss(_ attendant: Attendance.Attendant) {
        guard let colleague = colleagues[attendant.attachment] else { return }
        colleague.finish()
        colleague.ear.close(isFinal: false)
        colleagues[attendant.attachment] = nil
        logger.info("a colleague is gone", metadata: ["attachment": "\(attendant.attachment)"])
        desk?.tell(.trackEnded(attachment: attendant.attachment))
    }

    func dismissColleagues() {
        for colleague in colleagues.values { colleague.ear.close() }
        for other in others.values { other.ear.close() }
        (colleagues, others) = ([:], [:])
    }

    // MARK: Voices

    func receive(_ packet: RTPPacket, of id: String) {
        let arrival = JitterBuffer.Packet(
            ssrc: packet.ssrc, sequence: packet.sequenceNumber, timestamp: packet.timestamp, payload: packet.payload)
        if id == watch.track {
            callerVoice.receive(arrival, now: .monotonic())
        } else if let other = (others.values.first { $0.track == id } ?? colleagues.values.first { $0.track == id }) {
            other.receive(arrival, now: .monotonic())
        }
    }

    func listenToColleagues(now: Instant) {
        for colleague in colleagues.values { _ = colleague.listen(now: now) }
    }

    // MARK: Words

    private func hear(_ report: Ear.Report, of person: Attendance.Attendant) {
        guard !isOver else { return }
        switch report {
        case .partial(let text, let turn, _):
            if !text.isEmpty { show(text, of: person, turn: turn, isFinal: false) }
        case .words(let text, let turn, _):
            guard !text.isEmpty else { return }
            show(text, of: person, turn: turn, isFinal: true)
            note(text, of: person)
        case .failed(let reason, _):
            logger.warning("a colleague was not understood", metadata: ["reason": "\(reason)"])
        }
    }

    private func note(_ text: String, of person: Attendance.Attendant) {
        journal.note(
            "human_transcript",
            [
                "attachment": .string(person.attachment), "participant": .string(person.identity),
                "content": .string(text),
            ])
        desk?.tell(.words(HeldTurn(speaker: person.attachment, text: text), turn: listeningTurn))
    }

    /// What somebody said who talks in the agent's place, or seems to have said so far, in their own name.
    func show(_ text: String, of person: Attendance.Attendant, turn: Int, isFinal: Bool) {
        let name = "\(person.attachment)-\(turn)"
        send(text, attributes(of: name, track: person.track, isFinal: isFinal), onBehalfOf: person.identity)
        guard !isFinal else { return }
        journal.partial(text, segment: segment(name), role: .assistant, participant: person.identity)
    }
}
