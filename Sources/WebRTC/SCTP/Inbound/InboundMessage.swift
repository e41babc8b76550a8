/// One whole message as it came off its stream.
struct InboundMessage: Hashable, Sendable {
    var streamID: UInt16
    var payloadProtocol: UInt32
    var bytes: [UInt8]
}
