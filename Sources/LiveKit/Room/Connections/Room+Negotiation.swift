import Contract
import Peer
import SDP
import SwiftProtobuf
import Timing

// Offers and answers. Ours are made one at a time; the server's are answered as they come.
extension Room {
    /// Sections on which we can be sent sound, over the whole session; a server that asks for more gets no more.
    private static let sectionLimit = 128

    /// Offers now, or as soon as the outstanding offer is answered.
    mutating func negotiate() {
        guard peers != nil, lifecycle.isListenedTo else { return }
        guard !negotiation.isOutstanding else {
            negotiation.isStale = true
            return
        }
        if let offer = makeOffer() { signal(.offer(offer)) }
    }

    mutating func makeOffer() -> Livekit_SessionDescription? {
        do {
            guard let description = try peers?.publisher.makeOffer() else { return nil }
            return negotiation.begin(description, deadline: now + configuration.timings.negotiation)
        } catch {
            lose(.restart, "no offer could be made: \(error)")
            return nil
        }
    }

    mutating func handleAnswer(_ answer: Livekit_SessionDescription) {
        guard negotiation.isAnswered(by: answer) else {
            counters.unexpectedMessages += 1
            return
        }
        do {
            let description = try SDP.SessionDescription(parsing: answer.sdp)
            try peers?.publisher.setAnswer(description, now: now)
            notePacketLimit(of: description)
            let agreed = negotiation.conclude(answer)
            if peers?.receivingSide == .publisher { follow(agreed, description, tracks: answer.midToTrackID) }
        } catch {
            return lose(.restart, "the server's answer cannot be used: \(error)")
        }
        proceedWhenReady()
        if negotiation.isStale { negotiate() }
    }

    /// The server offers what we receive, in the dual topology only.
    mutating func handleOffer(_ offer: Livekit_SessionDescription) {
        guard peers?.topology == .dual else {
            counters.unexpectedMessages += 1
            return
        }
        do {
            let description = try SDP.SessionDescription(parsing: offer.sdp)
            try peers?.subscriber?.setOffer(description, now: now)
            guard let answer = peers?.subscriber?.makeAnswer() else { return }
            let message = Livekit_SessionDescription.with {
                $0.type = "answer"
                $0.sdp = answer.description
                $0.id = offer.id
            }
            signal(.answer(message))
            follow(Agreement(offer: offer, answer: message), description, tracks: offer.midToTrackID)
        } catch {
            return lose(.restart, "the server's offer cannot be used: \(error)")
        }
    }

    /// What the server wants: more sections to send on, or (with zero) just another offer.
    mutating func addSections(_ count: Int) {
        guard peers?.topology == .single else {
            counters.unexpectedMessages += 1
            return
        }
        let sections = peers?.receivingSections ?? 0
        let added = max(0, min(count, Self.sectionLimit - sections))
        counters.refusedSections &+= count - added
        for _ in 0..<added { peers?.addReceivingSection() }
        negotiate()
    }

    mutating func handleTrickle(_ trickle: Livekit_TrickleRequest) {
        guard let candidate = trickle.candidate, let side = PeerSide(trickle.target) else {
            counters.unreadableCandidates += 1
            return
        }
        peers?.addRemoteCandidate(candidate, to: side, now: now)
    }

    /// Which track each section carries now: as the message maps them, or as the sections themselves say.
    private mutating func follow(
        _ agreed: Agreement, _ description: SDP.SessionDescription, tracks: [String: String]
    ) {
        agreement = agreed
        trackByMid = [:]
        for media in description.media where media.kind == .audio {
            guard let mid = media.mid, let track = tracks[mid] ?? media.trackSID else { continue }
            trackByMid[mid] = track
        }
        startTracks()
    }
}

extension SDP.MediaDescription {
    /// The track that a server names in the section: by the track's id, or within the stream's (`PA_…|TR_…`).
    fileprivate var trackSID: String? {
        guard direction.sends, let id = msid ?? sources.lazy.compactMap(\.msid).first else { return nil }
        let candidates = [id.track ?? "", String(id.stream.drop { $0 != "|" }.dropFirst())]
        return candidates.first { $0.hasPrefix("TR_") }
    }
}
