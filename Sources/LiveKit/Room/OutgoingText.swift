/// A text to be sent as a stream.
package struct OutgoingText: Hashable, Sendable {
    package var text: String
    package var topic: String
    package var attributes: [String: String]
    /// Milliseconds since 1970.
    package var timestamp: Int64
    /// The identity whose words these are, when an agent speaks for someone else.
    package var onBehalfOf: String?
    /// Identities; empty means everybody else.
    package var destinations: [String]

    package init(
        _ text: String, topic: String, attributes: [String: String] = [:], timestamp: Int64,
        onBehalfOf: String? = nil, destinations: [String] = []
    ) {
        self.text = text
        self.topic = topic
        self.attributes = attributes
        self.timestamp = timestamp
        self.onBehalfOf = onBehalfOf
        self.destinations = destinations
    }
}
