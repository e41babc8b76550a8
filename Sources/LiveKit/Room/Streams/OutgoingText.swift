/// A text to be sent as a stream, whole.
package struct OutgoingText: Hashable, Sendable {
    package var text: String
    package var stream: OutgoingStream

    package init(
        _ text: String, topic: String, attributes: [String: String] = [:], timestamp: Int64,
        onBehalfOf: String? = nil, destinations: [String] = []
    ) {
        self.text = text
        stream = OutgoingStream(
            topic: topic, attributes: attributes, timestamp: timestamp, onBehalfOf: onBehalfOf,
            destinations: destinations)
        stream.totalLength = UInt64(text.utf8.count)
    }
}
