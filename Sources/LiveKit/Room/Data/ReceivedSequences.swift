package import Timing

/// The last reliable packet of each sender: what tells a packet that comes again, and what a resumed session reports.
///
/// A sender is forgotten 30 s after its last packet, and when it leaves. Bounded: beyond 1024 senders the one that was
/// silent longest is forgotten.
package struct ReceivedSequences: Sendable {
    private struct Entry: Sendable {
        var last: UInt32
        var heard: Instant
    }

    package static let memory = Duration.seconds(30)
    package static let limit = 1024
    private var senders: [String: Entry] = [:]

    package init() {}

    package var count: Int { senders.count }

    /// Whether the packet is new. The first of a sender may have any number; later ones must have greater ones.
    package mutating func accept(_ sequence: UInt32, from sid: String, now: Instant) -> Bool {
        if let known = senders[sid], known.heard + Self.memory > now {
            guard sequence > known.last else { return false }
        } else {
            makeRoom(for: sid, now: now)
        }
        senders[sid] = Entry(last: sequence, heard: now)
        return true
    }

    package mutating func forget(_ sid: String) {
        senders[sid] = nil
    }

    /// The last number of each sender that is remembered, by session id.
    package func states(now: Instant) -> [String: UInt32] {
        senders.filter { $0.value.heard + Self.memory > now }.mapValues(\.last)
    }

    private mutating func makeRoom(for sid: String, now: Instant) {
        guard senders[sid] == nil, senders.count >= Self.limit else { return }
        senders = senders.filter { $0.value.heard + Self.memory > now }
        guard senders.count >= Self.limit, let oldest = senders.min(by: { $0.value.heard < $1.value.heard }) else {
            return
        }
        senders[oldest.key] = nil
    }
}
