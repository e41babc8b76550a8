/// Which way media flows, seen from whoever wrote the description (RFC 8866, section 6.7).
package enum Direction: String, Hashable, Sendable, CaseIterable {
    case sendReceive = "sendrecv"
    case sendOnly = "sendonly"
    case receiveOnly = "recvonly"
    case inactive

    package init(sends: Bool, receives: Bool) {
        self = sends ? (receives ? .sendReceive : .sendOnly) : (receives ? .receiveOnly : .inactive)
    }

    package var sends: Bool { self == .sendReceive || self == .sendOnly }
    package var receives: Bool { self == .sendReceive || self == .receiveOnly }

    /// The same flow seen from the other end.
    package var reversed: Direction { Direction(sends: receives, receives: sends) }

    /// What is left when the other end allows only `other`, both seen from this end.
    package func intersection(_ other: Direction) -> Direction {
        Direction(sends: sends && other.sends, receives: receives && other.receives)
    }

    static let names = Set(allCases.map(\.rawValue))
}
