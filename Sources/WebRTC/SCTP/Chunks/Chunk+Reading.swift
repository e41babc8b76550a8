import Wire

extension Chunk {
    /// The next chunk with its padding; `nil` when it is malformed.
    init?(from reader: inout ByteReader) {
        guard let type = reader.readUInt8(), let flags = reader.readUInt8(), let length = reader.readUInt16(),
            length >= 4, let body = reader.read(Int(length) - 4)
        else { return nil }
        // A last chunk without its padding is tolerated; the length alone delimits it.
        _ = reader.skip(min(reader.remaining, (4 - Int(length) % 4) % 4))
        guard let known = ChunkType(rawValue: type) else {
            self = .unknown(UnknownChunk(type: type, flags: flags, body: Array(body)))
            return
        }
        self.init(known, flags: flags, body: ByteReader(body))
    }

    private init?(_ type: ChunkType, flags: UInt8, body: consuming ByteReader) {
        var reader = body
        let parsed: Chunk? =
            switch type {
            case .data: DataChunk(flags: flags, from: &reader).map { .data($0) }
            case .initiation: InitiationChunk(from: &reader).map { .initiation($0) }
            case .initiationAck: InitiationChunk(from: &reader).map { .initiationAck($0) }
            case .sack: SelectiveAcknowledgement(from: &reader).map { .sack($0) }
            case .heartbeat: Self.heartbeatInformation(&reader).map { .heartbeat($0) }
            case .heartbeatAck: Self.heartbeatInformation(&reader).map { .heartbeatAck($0) }
            case .abort: .abort(causes: ErrorCause.list(from: &reader), isReflected: flags & 1 == 1)
            case .shutdown: reader.readUInt32().map { .shutdown(cumulative: TSN($0)) }
            case .shutdownAck: .shutdownAck
            case .shutdownComplete: .shutdownComplete(isReflected: flags & 1 == 1)
            case .error: .error(ErrorCause.list(from: &reader))
            case .cookieEcho: .cookieEcho(Array(reader.readRest()))
            case .cookieAck: .cookieAck
            case .reconfiguration: ReconfigurationChunk(from: &reader).map { .reconfiguration($0) }
            case .forwardTSN: ForwardTSNChunk(from: &reader).map { .forwardTSN($0) }
            }
        guard let parsed else { return nil }
        self = parsed
    }

    private static func heartbeatInformation(_ reader: inout ByteReader) -> [UInt8]? {
        guard let parameter = Parameter(from: &reader), parameter.type == Parameter.heartbeatInformation else {
            return nil
        }
        return parameter.value
    }
}
