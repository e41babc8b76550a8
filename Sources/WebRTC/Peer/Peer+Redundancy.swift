import RTP
import SDP

// Earlier packets that travel again with later ones (RFC 2198).
extension Peer {
    /// LiveKit's number for it.
    private static let defaultType: UInt8 = 63

    /// Opus, and RED where this end wants it: before Opus where this end sends it, behind where it would take it.
    func codecs(of section: MediaSection) -> [Codec] {
        let redundancy = configuration.redundancy
        let sends = redundancy.sends > 0 && section.direction.sends && section.outbound != nil
        let receives = redundancy.receives && section.direction.receives
        guard sends || receives, let type = section.redundancyType ?? offeredType else { return [section.codec] }
        let red = Codec.redundancy(type, of: section.codec.payloadType)
        return sends ? [red, section.codec] : [section.codec, red]
    }

    /// An answer names only what was offered.
    private var offeredType: UInt8? { configuration.role == .offerer ? Self.defaultType : nil }

    /// RED of Opus, if the other end's description has it and this end wants it in either direction.
    mutating func adoptRedundancy(_ media: MediaDescription, in index: Int) {
        let redundancy = configuration.redundancy
        let isWanted =
            sections[index].remoteReceives && redundancy.sends > 0
            || sections[index].remoteSends && redundancy.receives
        let red = isWanted ? media.codec(named: "red") : nil
        guard sections[index].redundancyType != red?.payloadType else { return }
        sections[index].redundancyType = red?.payloadType
        sections[index].history = RedundancyHistory(depth: red == nil ? 0 : redundancy.sends)
    }

    /// The payload to send and its type: with earlier ones before it, where that is agreed on.
    static func payload(of frame: OutgoingFrame, in section: inout MediaSection) -> (type: UInt8, bytes: [UInt8]) {
        let opus = section.codec.payloadType
        guard let type = section.redundancyType, section.history.depth > 0, let timestamp = section.sender?.timestamp,
            let bytes = section.history.wrap(frame.payload, type: opus, timestamp: timestamp)
        else { return (opus, frame.payload) }
        return (type, bytes)
    }

    /// Gives out what an accepted packet carries: lost packets that it brought with it, and its own. Plain Opus may come
    /// in a stream of RED.
    mutating func deliver(_ packet: consuming RTPPacket, of stream: Int, to index: Int) {
        let (mid, opus) = (sections[index].mid, sections[index].codec.payloadType)
        if packet.payloadType == opus { return outbox.append(.event(.media(mid: mid, packet))) }
        guard packet.payloadType == sections[index].redundancyType, let redundant = RedundantPayload(packet.payload),
            redundant.payloadType == opus
        else {
            counters.dropped += 1
            return
        }
        for earlier in redundant.earlierPackets(than: packet)
        where receivers[stream].recover(earlier.sequenceNumber) {
            counters.recovered += 1
            outbox.append(.event(.media(mid: mid, earlier)))
        }
        (packet.payloadType, packet.payload) = (opus, redundant.primary)
        outbox.append(.event(.media(mid: mid, packet)))
    }
}
