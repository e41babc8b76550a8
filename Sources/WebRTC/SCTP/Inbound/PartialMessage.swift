/// Neighbouring fragments of one message, joined as they arrive.
struct PartialMessage: Sendable {
    private(set) var first: TSN
    private(set) var last: TSN
    private(set) var hasBeginning: Bool
    private(set) var hasEnd: Bool
    let streamID: UInt16
    let streamSequence: UInt16
    let isUnordered: Bool
    /// Of the first fragment, which counts.
    private(set) var payloadProtocol: UInt32
    private(set) var bytes: [UInt8]

    init(_ chunk: DataChunk) {
        first = chunk.tsn
        last = chunk.tsn
        hasBeginning = chunk.isBeginning
        hasEnd = chunk.isEnd
        streamID = chunk.streamID
        streamSequence = chunk.streamSequence
        isUnordered = chunk.isUnordered
        payloadProtocol = chunk.payloadProtocol
        bytes = chunk.payload
    }

    var isComplete: Bool { hasBeginning && hasEnd }

    /// Whether `next`, which starts right behind this one, continues the same message.
    func isContinued(by next: PartialMessage) -> Bool {
        !hasEnd && !next.hasBeginning && streamID == next.streamID && isUnordered == next.isUnordered
            && (isUnordered || streamSequence == next.streamSequence)
    }

    mutating func append(_ next: PartialMessage) {
        last = next.last
        hasEnd = next.hasEnd
        bytes += next.bytes
    }
}
