import FoundationEssentials

/// A text stream while it arrives.
struct PartialText {
    let streamID: String
    let topic: String
    let sender: String
    var attributes: [String: String]
    private(set) var bytes: [UInt8] = []
    private(set) var nextChunk: UInt64 = 0

    init(streamID: String, topic: String, sender: String, attributes: [String: String]) {
        self.streamID = streamID
        self.topic = topic
        self.sender = sender
        self.attributes = attributes
    }

    mutating func append(_ content: Data) {
        bytes.append(contentsOf: content)
        nextChunk += 1
    }

    func message(isFinal: Bool) -> TextMessage {
        TextMessage(
            streamID: streamID, topic: topic, participantIdentity: sender, attributes: attributes,
            text: String(decoding: bytes, as: UTF8.self), isFinal: isFinal)
    }
}
