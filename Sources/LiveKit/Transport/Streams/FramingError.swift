/// Why bytes on a stream are no datagrams. There is no way back into step: the connection is of no more use.
package enum FramingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A frame announces more bytes than `StreamFraming.limit`.
    case oversize(Int)
    /// Neither a STUN message nor channel data (RFC 8656, section 12.4).
    case unknownKind

    package var description: String {
        switch self {
        case .oversize(let count): "it announces a datagram of \(count) bytes"
        case .unknownKind: "it sends what is neither STUN nor channel data"
        }
    }
}
