/// A stream to be opened: what its header says.
package struct OutgoingStream: Hashable, Sendable {
    /// What travels in it.
    package enum Content: Hashable, Sendable {
        case text
        case file(name: String, mimeType: String)
    }

    package var content: Content
    package var topic: String
    package var attributes: [String: String]
    /// Milliseconds since 1970.
    package var timestamp: Int64
    /// The identity whose words these are, when an agent speaks for someone else.
    package var onBehalfOf: String?
    /// Identities; empty means everybody else.
    package var destinations: [String]
    /// Bytes, where they are known from the beginning.
    package var totalLength: UInt64?

    /// Bytes that each packet has besides its content, at most: names, numbers and lengths.
    var overhead: Int {
        let names = destinations + [onBehalfOf ?? ""]
        return 256 + names.reduce(0) { $0 + $1.utf8.count + 8 }
    }

    package init(
        _ content: Content = .text, topic: String, attributes: [String: String] = [:], timestamp: Int64,
        onBehalfOf: String? = nil, destinations: [String] = []
    ) {
        self.content = content
        self.topic = topic
        self.attributes = attributes
        self.timestamp = timestamp
        self.onBehalfOf = onBehalfOf
        self.destinations = destinations
    }
}
