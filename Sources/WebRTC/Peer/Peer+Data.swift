package import SCTP
import Secure
package import Timing

// Data channels by label.
extension Peer {
    /// Opens a channel; it is usable after `.channelOpened`. Call before the first offer, so that the offer has a data
    /// section.
    package mutating func openChannel(_ label: String, reliability: Reliability, ordered: Bool) {
        guard streamIDs[label] == nil else { return }
        register(label, sctp.open(label, reliability: reliability, ordered: ordered))
    }

    /// Sends one message, whole; 65 535 bytes at most.
    package mutating func send(_ message: [UInt8], on label: String, now: Instant) throws(PeerError) {
        advance(to: now)
        guard let stream = streamIDs[label], openLabels.contains(label) else { throw .unknownChannel(label) }
        do {
            try sctp.send(message, on: stream, now: self.now)
        } catch {
            throw .messageRefused("\(error)")
        }
    }

    /// Bytes accepted and not yet acknowledged.
    package func bufferedAmount(of label: String) -> Int {
        streamIDs[label].map { sctp.bufferedAmount(of: $0) } ?? 0
    }

    package func isOpen(_ label: String) -> Bool { openLabels.contains(label) }

    /// The SCTP stream of a channel, once it is asked for.
    package func streamID(of label: String) -> UInt16? { streamIDs[label] }

    mutating func drainData() {
        while let output = sctp.pollOutput() {
            switch output {
            case .transmit(let bytes): dtls?.send(bytes)
            case .connected: break
            case .channelOpened(let channel):
                register(channel.label, channel.streamID)
                openLabels.insert(channel.label)
                outbox.append(.event(.channelOpened(label: channel.label)))
            case .message(let label, _, let bytes, _):
                outbox.append(.event(.message(label: label, bytes: bytes)))
            case .channelClosed(let stream): forget(stream)
            case .closed: for stream in Array(labels.keys) { forget(stream) }
            }
        }
    }

    private mutating func register(_ label: String, _ stream: UInt16) {
        streamIDs[label] = stream
        labels[stream] = label
    }

    private mutating func forget(_ stream: UInt16) {
        guard let label = labels.removeValue(forKey: stream) else { return }
        streamIDs[label] = nil
        if openLabels.remove(label) != nil { outbox.append(.event(.channelClosed(label: label))) }
    }
}
