import Wire

/// A request or a response inside RE-CONFIG (RFC 6525, section 4).
enum ReconfigurationParameter: Hashable, Sendable {
    /// "I start these streams of mine anew, once you have everything up to `lastTSN`"; no streams: all of them.
    case outgoingReset(request: UInt32, response: UInt32, lastTSN: TSN, streams: [UInt16])
    /// "Please reset these streams of yours."
    case incomingReset(request: UInt32, streams: [UInt16])
    case response(to: UInt32, result: ReconfigurationResult.RawValue)
    /// Another request, such as for more streams; its number, to refuse it.
    case other(type: UInt16, request: UInt32)

    init?(_ parameter: Parameter) {
        var reader = ByteReader(parameter.value)
        guard let number = reader.readUInt32() else { return nil }
        switch parameter.type {
        case 13:
            guard let response = reader.readUInt32(), let last = reader.readUInt32(), reader.remaining % 2 == 0 else {
                return nil
            }
            self = .outgoingReset(
                request: number, response: response, lastTSN: TSN(last), streams: Self.streams(from: &reader))
        case 14:
            guard reader.remaining % 2 == 0 else { return nil }
            self = .incomingReset(request: number, streams: Self.streams(from: &reader))
        case 16:
            guard let result = reader.readUInt32() else { return nil }
            self = .response(to: number, result: result)
        default: self = .other(type: parameter.type, request: number)
        }
    }

    var encoded: Parameter {
        var writer = ByteWriter()
        switch self {
        case .outgoingReset(let request, let response, let lastTSN, let streams):
            writer.write(request)
            writer.write(response)
            writer.write(lastTSN.value)
            streams.forEach { writer.write($0) }
            return Parameter(type: 13, value: writer.bytes)
        case .incomingReset(let request, let streams):
            writer.write(request)
            streams.forEach { writer.write($0) }
            return Parameter(type: 14, value: writer.bytes)
        case .response(let request, let result):
            writer.write(request)
            writer.write(result)
            return Parameter(type: 16, value: writer.bytes)
        case .other(let type, let request):
            writer.write(request)
            return Parameter(type: type, value: writer.bytes)
        }
    }

    private static func streams(from reader: inout ByteReader) -> [UInt16] {
        var streams: [UInt16] = []
        while let stream = reader.readUInt16() {
            streams.append(stream)
        }
        return streams
    }
}
