/// The channels of an association and how far each has come.
struct ChannelTable: Sendable {
    /// One channel's way from OPEN to the reset of its stream in both directions (RFC 8831, section 6.7).
    struct Entry: Sendable {
        var channel: Channel
        /// Whether the other end knows the channel. Until then everything is sent in order, behind OPEN.
        var isAcknowledged: Bool
        /// We have asked, or been asked, to close: nothing is sent any more.
        var isClosing = false
        /// The other end has reset its direction.
        var isInboundReset = false
        /// The other end has confirmed the reset of ours.
        var isOutboundReset = false
    }

    private let role: AssociationRole
    private(set) var entries: [UInt16: Entry] = [:]

    init(role: AssociationRole) {
        self.role = role
    }

    subscript(streamID: UInt16) -> Entry? {
        get { entries[streamID] }
        set { entries[streamID] = newValue }
    }

    /// Channels the other end has opened and that have not been closed in both directions.
    var inboundCount: Int {
        entries.keys.count { !role.owns($0) }
    }

    func mayBeOpenedByPeer(_ streamID: UInt16) -> Bool {
        !role.owns(streamID)
    }

    /// A new channel of ours on the lowest free stream of our parity (65 535 is no stream, RFC 8831 section 6.2).
    mutating func open(_ label: String, reliability: Reliability, ordered: Bool) -> Channel {
        let free = stride(from: role.firstStreamID, to: UInt16.max, by: 2).first { entries[$0] == nil }
        guard let free else { preconditionFailure("an association has 32 767 channels of each parity at most") }
        let channel = Channel(streamID: free, label: label, reliability: reliability, isOrdered: ordered)
        entries[free] = Entry(channel: channel, isAcknowledged: false)
        return channel
    }

    /// Forgets the channel when both directions were reset, so that its stream can be used again.
    mutating func removeIfReset(_ streamID: UInt16) {
        if let entry = entries[streamID], entry.isInboundReset, entry.isOutboundReset {
            entries[streamID] = nil
        }
    }
}
