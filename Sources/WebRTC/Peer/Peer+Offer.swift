package import SDP
import Secure
package import Timing

// The offering side: sections are added, an offer is made, its answer applied; one offer at a time.
extension Peer {
    /// Adds a section on which the other end may send audio. Takes effect with the next offer.
    @discardableResult
    package mutating func addReceivingAudio() -> String {
        addAudio(direction: .receiveOnly, outbound: nil)
    }

    /// Adds a section on which this end sends audio under the track id `track`, which LiveKit matches with the `cid` of
    /// the request to publish. The stream is anything, or `<participant>|<track>` where LiveKit's server sends.
    @discardableResult
    package mutating func addSendingAudio(track: String, stream: String = "-") -> String {
        addAudio(direction: .sendOnly, outbound: MediaStreamID(stream: stream, track: track))
    }

    /// Ends what this end sends on `mid`; the section stays, idle.
    package mutating func stopSending(on mid: String) {
        guard let index = sectionIndex(mid) else { return }
        sections[index].outbound = nil
        sections[index].direction = .inactive
    }

    private mutating func addAudio(direction: Direction, outbound: MediaStreamID?) -> String {
        let mid = "\(sections.count)"
        var section = MediaSection(mid: mid, kind: .audio, direction: direction, outbound: outbound)
        section.extensions = [
            ExtensionMapping(id: 1, uri: ExtensionMapping.audioLevel),
            ExtensionMapping(id: 4, uri: ExtensionMapping.mid),
        ]
        if outbound != nil { section.sender = makeSendStream(payloadType: section.codec.payloadType) }
        sections.append(section)
        return mid
    }

    /// The next offer, with every section and every local candidate known so far. It must be answered before the next.
    package mutating func makeOffer() throws(PeerError) -> SessionDescription {
        guard offeredSections == nil else { throw .unexpectedDescription }
        if !sections.contains(where: { $0.kind == .application }), hasChannels {
            sections.append(MediaSection(mid: "\(sections.count)", kind: .application, direction: .sendReceive))
        }
        offeredSections = sections.count
        descriptionVersion += 1
        var offer = makeDescription()
        for section in sections {
            offer.media.append(mediaDescription(of: section))
        }
        offer.bundleAll()
        return offer
    }

    /// Applies the answer to the outstanding offer.
    package mutating func setAnswer(_ answer: SessionDescription, now: Instant) throws(PeerError) {
        guard let offeredSections else { throw .unexpectedDescription }
        guard answer.media.count == offeredSections else { throw .sectionMismatch }
        guard accepts(answer.transport.setup) else { throw .roleConflict }
        self.offeredSections = nil
        advance(to: now)
        for (index, media) in answer.media.enumerated() {
            sections[index].isRejected = media.isRejected
            adopt(media, in: index)
        }
        try setRemoteTransport(answer.transport)
    }
}
