import Contract
import Foundation
import SwiftProtobuf

/// Data packets as a server delivers them, stamped with their sender.
enum DataPackets {
    static func from(_ identity: String, _ fill: (inout Livekit_DataPacket) -> Void) -> Livekit_DataPacket {
        .with {
            $0.participantIdentity = identity
            $0.participantSid = "PA_\(identity)"
            fill(&$0)
        }
    }

    static func user(_ byte: UInt8, sequence: UInt32, from identity: String = "ann") -> Livekit_DataPacket {
        from(identity) {
            $0.sequence = sequence
            $0.user.payload = Data([byte])
        }
    }

    static func text(_ stream: String, topic: String = "notes", from identity: String = "ann") -> Livekit_DataPacket {
        from(identity) {
            $0.streamHeader.streamID = stream
            $0.streamHeader.topic = topic
            $0.streamHeader.mimeType = "text/plain"
            $0.streamHeader.textHeader = .init()
        }
    }

    static func file(_ stream: String, length: UInt64? = nil, from identity: String = "ann") -> Livekit_DataPacket {
        from(identity) {
            $0.streamHeader.streamID = stream
            $0.streamHeader.topic = "files"
            $0.streamHeader.mimeType = "image/png"
            $0.streamHeader.attributes = ["size": "small"]
            $0.streamHeader.byteHeader.name = "dot.png"
            if let length { $0.streamHeader.totalLength = length }
        }
    }

    static func chunk(
        _ stream: String, _ index: UInt64, _ content: some Sequence<UInt8>, from identity: String = "ann"
    ) -> Livekit_DataPacket {
        from(identity) {
            $0.streamChunk.streamID = stream
            $0.streamChunk.chunkIndex = index
            $0.streamChunk.content = Data(content)
        }
    }

    static func trailer(
        _ stream: String, reason: String = "", attributes: [String: String] = [:]
    ) -> Livekit_DataPacket {
        from("ann") {
            $0.streamTrailer.streamID = stream
            $0.streamTrailer.reason = reason
            $0.streamTrailer.attributes = attributes
        }
    }

    static func call(
        _ id: String, _ method: String, payload: String = "", version: UInt32 = 1
    ) -> Livekit_DataPacket {
        from("ann") {
            $0.rpcRequest.id = id
            $0.rpcRequest.method = method
            $0.rpcRequest.payload = payload
            $0.rpcRequest.version = version
            $0.rpcRequest.responseTimeoutMs = 8000
        }
    }

    static func acknowledgement(_ id: String, from identity: String = "ann") -> Livekit_DataPacket {
        from(identity) { $0.rpcAck.requestID = id }
    }

    static func answer(_ id: String, _ payload: String, from identity: String = "ann") -> Livekit_DataPacket {
        from(identity) {
            $0.rpcResponse.requestID = id
            $0.rpcResponse.payload = payload
        }
    }

    static func error(_ id: String, _ code: UInt32, _ message: String) -> Livekit_DataPacket {
        from("ann") {
            $0.rpcResponse.requestID = id
            $0.rpcResponse.error.code = code
            $0.rpcResponse.error.message = message
        }
    }
}
