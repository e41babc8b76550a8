/// A user packet to be sent.
package struct OutgoingData: Hashable, Sendable {
    package var payload: [UInt8]
    package var topic: String
    package var isReliable: Bool
    /// Identities; empty means everybody else.
    package var destinations: [String]

    package init(_ payload: [UInt8], topic: String = "", isReliable: Bool = true, destinations: [String] = []) {
        self.payload = payload
        self.topic = topic
        self.isReliable = isReliable
        self.destinations = destinations
    }
}
