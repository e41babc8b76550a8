import Contract
import Peer
import SDP
import Timing

// Offers and answers: one at a time, ids echoed.
extension Room {
    mutating func offerMessage(_ description: SDP.SessionDescription) -> Livekit_SessionDescription {
        offerID += 1
        answerDeadline = now + configuration.timings.negotiation
        var message = Livekit_SessionDescription()
        message.type = "offer"
        message.sdp = description.description
        message.id = offerID
        return message
    }

    /// Offers now, or as soon as the outstanding offer is answered.
    mutating func negotiate() {
        guard phase == .connecting || phase == .connected, peer != nil else { return }
        guard answerDeadline == nil else {
            needsOffer = true
            return
        }
        needsOffer = false
        do {
            guard let description = try peer?.makeOffer() else { return }
            signal(.offer(offerMessage(description)))
        } catch {
            reconnect("no offer could be made: \(error)")
        }
    }

    mutating func handleAnswer(_ answer: Livekit_SessionDescription) {
        guard answerDeadline != nil, answer.id == 0 || answer.id == offerID else { return }
        do {
            let description = try SDP.SessionDescription(parsing: answer.sdp)
            try peer?.setAnswer(description, now: now)
            answerDeadline = nil
            notePacketLimit(of: description)
            updateTracks(answer, description)
        } catch {
            return reconnect("the server's answer cannot be used: \(error)")
        }
        if needsOffer { negotiate() }
    }

    /// What the server wants: more sections to send on, or (with zero) just another offer.
    mutating func addSections(_ count: Int) {
        for _ in 0..<min(count, 16) { peer?.addReceivingAudio() }
        negotiate()
    }

    /// Which track each section carries now: the answer's map, or the msid where the map is silent.
    private mutating func updateTracks(_ answer: Livekit_SessionDescription, _ description: SDP.SessionDescription) {
        var current = answer.midToTrackID
        for media in description.media {
            guard let mid = media.mid, current[mid] == nil, media.kind == .audio, media.direction.sends else {
                continue
            }
            if let track = media.msid?.track ?? media.sources.first?.msid?.track, track.hasPrefix("TR_") {
                current[mid] = track
            }
        }
        trackByMid = current
        startTracks()
    }
}
