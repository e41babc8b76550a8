import Wire

extension Chunk {
    /// Writes header, body and padding to a multiple of four bytes.
    func write(to writer: inout ByteWriter) {
        let start = writer.count
        writer.write(type)
        writer.write(flags)
        writer.write(UInt16(0))
        writeBody(to: &writer)
        writer.replaceUInt16(at: start + 2, with: UInt16(truncatingIfNeeded: writer.count - start))
        writer.pad(to: 4)
    }

    private var type: UInt8 {
        switch self {
        case .data: ChunkType.data.rawValue
        case .initiation: ChunkType.initiation.rawValue
        case .initiationAck: ChunkType.initiationAck.rawValue
        case .sack: ChunkType.sack.rawValue
        case .heartbeat: ChunkType.heartbeat.rawValue
        case .heartbeatAck: ChunkType.heartbeatAck.rawValue
        case .abort: ChunkType.abort.rawValue
        case .shutdown: ChunkType.shutdown.rawValue
        case .shutdownAck: ChunkType.shutdownAck.rawValue
        case .shutdownComplete: ChunkType.shutdownComplete.rawValue
        case .error: ChunkType.error.rawValue
        case .cookieEcho: ChunkType.cookieEcho.rawValue
        case .cookieAck: ChunkType.cookieAck.rawValue
        case .reconfiguration: ChunkType.reconfiguration.rawValue
        case .forwardTSN: ChunkType.forwardTSN.rawValue
        case .unknown(let chunk): chunk.type
        }
    }

    private var flags: UInt8 {
        switch self {
        case .data(let chunk): chunk.flags
        case .abort(_, let isReflected), .shutdownComplete(let isReflected): isReflected ? 1 : 0
        case .unknown(let chunk): chunk.flags
        default: 0
        }
    }

    private func writeBody(to writer: inout ByteWriter) {
        switch self {
        case .data(let chunk): chunk.write(to: &writer)
        case .initiation(let chunk), .initiationAck(let chunk): chunk.write(to: &writer)
        case .sack(let chunk): chunk.write(to: &writer)
        case .heartbeat(let information), .heartbeatAck(let information):
            Parameter(type: Parameter.heartbeatInformation, value: information).write(to: &writer)
        case .abort(let causes, _), .error(let causes): ErrorCause.write(causes, to: &writer)
        case .shutdown(let cumulative): writer.write(cumulative.value)
        case .cookieEcho(let cookie): writer.write(cookie)
        case .reconfiguration(let chunk): chunk.write(to: &writer)
        case .forwardTSN(let chunk): chunk.write(to: &writer)
        case .unknown(let chunk): writer.write(chunk.body)
        case .shutdownAck, .shutdownComplete, .cookieAck: break
        }
    }

    /// Bytes the chunk takes in a packet, padding included.
    var size: Int {
        if case .data(let chunk) = self { return chunk.size }
        var writer = ByteWriter()
        write(to: &writer)
        return writer.count
    }
}
