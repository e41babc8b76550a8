/// A data channel as both ends agreed on it (RFC 8832).
package struct Channel: Hashable, Sendable {
    /// The stream it uses in both directions.
    package let streamID: UInt16
    package let label: String
    /// The application's subprotocol; mostly empty.
    package let subprotocol: String
    package let reliability: Reliability
    package let isOrdered: Bool

    package init(
        streamID: UInt16, label: String, subprotocol: String = "", reliability: Reliability, isOrdered: Bool
    ) {
        self.streamID = streamID
        self.label = label
        self.subprotocol = subprotocol
        self.reliability = reliability
        self.isOrdered = isOrdered
    }
}
