package import RTP
import SDP
import Secure
package import Timing

// RTP out and in.
extension Peer {
    /// Packets of a new section carry their mid until the other end has surely learned the SSRC (RFC 9143, section 15).
    private static let midPackets: UInt32 = 50

    /// Sends one frame of this end's own audio on `mid`.
    package mutating func sendAudio(_ frame: OutgoingFrame, on mid: String, now: Instant) throws(PeerError) {
        advance(to: now)
        guard isConnected else { throw .notConnected }
        guard let index = sectionIndex(mid), sections[index].sender != nil else { throw .unknownSection(mid) }
        let extensions = headerExtensions(for: frame, sections[index])
        let payload = Self.payload(of: frame, in: &sections[index])
        sections[index].sender?.payloadType = payload.type
        let packet = sections[index].sender?.packetize(
            payload.bytes, samples: frame.ticks, marker: frame.beginsTalkspurt, extensions: extensions)
        if let packet { protectAndSend(packet) }
    }

    /// Lets time pass on `mid` without sound, in ticks: the next frame is that much later.
    package mutating func skipAudio(_ ticks: UInt32, on mid: String) {
        guard let index = sectionIndex(mid) else { return }
        sections[index].sender?.skip(samples: ticks)
    }

    /// Sends another peer's packet on `mid`: renumbered into the section's own stream, without header extensions.
    package mutating func forward(_ packet: RTPPacket, on mid: String, now: Instant) {
        advance(to: now)
        guard isConnected, let index = sectionIndex(mid), let ssrc = sections[index].sender?.ssrc else { return }
        let mapped = sections[index].forwarding.map(
            ssrc: packet.ssrc, sequence: packet.sequenceNumber, timestamp: packet.timestamp)
        let outgoing = RTPPacket(
            marker: packet.marker, payloadType: sections[index].codec.payloadType, sequenceNumber: mapped.sequence,
            timestamp: mapped.timestamp, ssrc: ssrc, payload: packet.payload)
        sections[index].sender?.record(outgoing)
        protectAndSend(outgoing)
    }

    /// Leaves another peer's packet out of what is sent on `mid`, as while it is muted.
    package mutating func leaveOut(_ packet: RTPPacket, on mid: String) {
        guard let index = sectionIndex(mid) else { return }
        sections[index].forwarding.leaveOut(ssrc: packet.ssrc)
    }

    /// The level that a packet received on `mid` carries.
    package func audioLevel(of packet: RTPPacket, mid: String) -> AudioLevel? {
        guard let index = sectionIndex(mid), let id = sections[index].extensionID(ExtensionMapping.audioLevel) else {
            return nil
        }
        return packet.headerExtension(id).flatMap(AudioLevel.init)
    }

    private func headerExtensions(for frame: OutgoingFrame, _ section: MediaSection) -> [HeaderExtension] {
        var extensions: [HeaderExtension] = []
        if let level = frame.level, let id = section.extensionID(ExtensionMapping.audioLevel) {
            extensions.append(level.headerExtension(id: id))
        }
        if let sender = section.sender, sender.packetCount < Self.midPackets,
            let id = section.extensionID(ExtensionMapping.mid)
        {
            extensions.append(HeaderExtension(id: id, data: Array(section.mid.utf8)))
        }
        return extensions
    }

    mutating func protectAndSend(_ packet: RTPPacket) {
        var bytes = packet.serialized()
        guard srtp != nil, (try? srtp?.protect(rtp: &bytes)) != nil else { return }
        counters.packetsSent += 1
        transmit(bytes)
    }

    /// - Parameter bytes: a datagram of its own, decrypted in place.
    mutating func handleRTP(_ bytes: consuming [UInt8]) {
        guard unprotect(&bytes), let packet = RTPPacket(bytes), let index = section(of: packet) else {
            counters.dropped += 1
            return
        }
        let stream = receiver(of: packet.ssrc) ?? receivers.endIndex
        if stream == receivers.endIndex {
            receivers.append(
                ReceiveStream(ssrc: packet.ssrc, clockRate: 48_000, policy: retransmissionPolicy(index)))
        }
        guard receivers[stream].receive(packet, now: now), !packet.isPaddingOnly else { return }
        counters.packetsReceived += 1
        deliver(packet, of: stream, to: index)
    }

    /// Packets of RED are not repeated by LiveKit's server; others are asked for.
    private func retransmissionPolicy(_ index: Int) -> RetransmissionPolicy {
        var policy = RetransmissionPolicy()
        if sections[index].redundancyType != nil { policy.attempts = 0 }
        return policy
    }

    /// SRTP keeps state for every source it ever heard, so that there must be an end to them.
    private static let sourceLimit = 256

    /// The source named at this place of a packet, if it is known or one more is allowed.
    func admits(_ bytes: [UInt8], sourceAt place: Int) -> UInt32? {
        guard bytes.count >= place + 4 else { return nil }
        let source = bytes[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
        return heardSources.contains(source) || heardSources.count < Self.sourceLimit ? source : nil
    }

    private mutating func unprotect(_ bytes: inout [UInt8]) -> Bool {
        guard srtp != nil, let source = admits(bytes, sourceAt: 8) else { return false }
        do throws(SRTPError) {
            try srtp?.unprotect(rtp: &bytes)
            heardSources.insert(source)
            return true
        } catch {
            if error == .replayed { counters.replays += 1 }
            if error == .authenticationFailed { counters.authenticationFailures += 1 }
            return false
        }
    }

    /// By the SSRC the description announced; else by the mid the packet carries, which is then remembered.
    private mutating func section(of packet: RTPPacket) -> Int? {
        if let mid = midBySSRC[packet.ssrc] { return sectionIndex(mid) }
        for (index, section) in sections.enumerated() where section.remoteSends {
            guard let id = section.extensionID(ExtensionMapping.mid), let name = packet.headerExtension(id),
                name.elementsEqual(section.mid.utf8)
            else { continue }
            midBySSRC[packet.ssrc] = section.mid
            return index
        }
        return nil
    }
}
