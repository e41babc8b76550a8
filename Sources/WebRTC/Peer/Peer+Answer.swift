package import SDP
package import Timing

// The answering side: every offered section gets its counterpart; audio is accepted, data too, all else rejected.
extension Peer {
    /// An offer with more sections than this is refused.
    private static let sectionLimit = 256

    /// Names what this end sends on an offered section that the other end receives, or on one that it offered itself;
    /// `nil` makes the section idle. The next description shows it.
    package mutating func assign(_ outbound: MediaStreamID?, to mid: String) throws(PeerError) {
        guard let index = sectionIndex(mid), sections[index].kind == .audio else { throw .unknownSection(mid) }
        sections[index].outbound = outbound
        if configuration.role == .offerer { sections[index].direction = outbound == nil ? .inactive : .sendOnly }
        if outbound != nil, sections[index].sender == nil {
            sections[index].sender = makeSendStream(payloadType: sections[index].codec.payloadType)
        }
    }

    /// Sections on which the other end wants audio and nothing is assigned, in the order of the last offer.
    package var idleReceivingSections: [String] {
        sections.filter { $0.kind == .audio && !$0.isRejected && $0.remoteReceives && $0.outbound == nil }.map(\.mid)
    }

    /// Applies an offer, before it is answered: new sections are opened. `makeAnswer` must follow.
    package mutating func setOffer(_ offer: SessionDescription, now: Instant) throws(PeerError) {
        if let position = offer.sectionsWithoutMid.first { throw .missingMid(position: position) }
        guard offer.media.count >= sections.count else { throw .sectionMismatch }
        guard offer.media.count <= Self.sectionLimit else { throw .tooManySections(limit: Self.sectionLimit) }
        guard accepts(offer.transport.setup) else { throw .roleConflict }
        advance(to: now)
        followRestart(offer.transport)
        for (index, media) in offer.media.enumerated() {
            if index == sections.count { sections.append(opened(media)) }
            if sections[index].mid != media.mid {
                // A rejected section's line may be taken by a new one (RFC 8829, section 5.2.2).
                guard sections[index].isRejected else { throw .sectionMismatch }
                sections[index] = opened(media)
            }
            sections[index].isRejected = media.isRejected || !isWanted(media)
            adopt(media, in: index)
        }
        try setRemoteTransport(offer.transport)
    }

    /// The answer to the last offer, with every local candidate known so far.
    package mutating func makeAnswer() -> SessionDescription {
        descriptionVersion += 1
        var answer = makeDescription()
        for index in sections.indices {
            let section = sections[index]
            let sends = section.outbound != nil && section.remoteReceives
            sections[index].direction = Direction(sends: sends, receives: section.remoteSends)
            if section.isRejected {
                answer.media.append(.rejecting(mediaDescription(of: section)))
            } else {
                answer.media.append(mediaDescription(of: sections[index]))
            }
        }
        answer.bundleAll()
        return answer
    }

    private func isWanted(_ media: MediaDescription) -> Bool {
        media.isData || (media.kind == .audio && media.codec(named: "opus") != nil)
    }

    private func opened(_ media: MediaDescription) -> MediaSection {
        var section = MediaSection(mid: media.mid ?? "", kind: media.kind, direction: .inactive)
        section.offered = media
        guard let opus = media.codec(named: "opus") else { return section }
        section.codec = .opus(opus.payloadType, feedback: opus.feedback.filter { $0 == "nack" })
        let known = [ExtensionMapping.audioLevel, ExtensionMapping.mid]
        section.extensions = media.extensions.filter { known.contains($0.uri) }
            .map { ExtensionMapping(id: $0.id, uri: $0.uri) }
        return section
    }
}
