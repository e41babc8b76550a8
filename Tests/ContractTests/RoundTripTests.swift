import Contract
import SwiftProtobuf
import Testing

@Suite("Round trips")
struct RoundTripTests {
    @Test("a wrapped join request holds the join request as bytes")
    func joinRequest() throws {
        let join = Livekit_JoinRequest.with {
            $0.clientInfo = .with { $0.sdk = .swift }
            $0.connectionSettings.autoSubscribe = true
            $0.publisherOffer = .with {
                $0.type = "offer"
                $0.sdp = "v=0\r\n"
                $0.id = 1
            }
        }
        let wrapped = try Livekit_WrappedJoinRequest.with { $0.joinRequest = try join.serializedData() }
        let bytes: [UInt8] = try wrapped.serializedBytes()
        let read = try Livekit_WrappedJoinRequest(serializedBytes: bytes)
        #expect(read.compression == .none)
        #expect(try Livekit_JoinRequest(serializedBytes: read.joinRequest) == join)
    }

    @Test("an answer keeps which track each media section carries")
    func answer() throws {
        let request = Livekit_SignalResponse.with {
            $0.answer = .with {
                $0.type = "answer"
                $0.midToTrackID = ["0": "TR_AMyFJBxsQpbPqr"]
            }
        }
        let read = try Livekit_SignalResponse(serializedBytes: request.serializedBytes() as [UInt8])
        #expect(read.answer.midToTrackID == ["0": "TR_AMyFJBxsQpbPqr"])
    }

    @Test(
        "a data packet has one body",
        arguments: [
            Livekit_DataPacket.OneOf_Value.user(.with { $0.topic = "t" }),
            .chatMessage(.with { $0.message = "hello" }),
            .rpcRequest(.with { $0.method = "m" }),
            .rpcAck(.with { $0.requestID = "1" }),
            .rpcResponse(.with { $0.error = .with { $0.code = 1500 } }),
            .transcription(.with { $0.segments = [.with { $0.final = true }] }),
            .streamHeader(.with { $0.textHeader = .with { $0.generated = true } }),
            .streamChunk(.with { $0.chunkIndex = 3 }),
            .streamTrailer(.with { $0.attributes = ["lk.transcription_final": "true"] }),
            .sipDtmf(.with { $0.digit = "5" }),
        ])
    func dataPacket(_ body: Livekit_DataPacket.OneOf_Value) throws {
        let packet = Livekit_DataPacket.with {
            $0.value = body
            $0.sequence = 7
        }
        let read = try Livekit_DataPacket(serializedBytes: packet.serializedBytes() as [UInt8])
        #expect(read == packet)
    }

    @Test("a status of zero is still said, so that full can become available again")
    func presentZero() throws {
        let message = Livekit_WorkerMessage.with { $0.updateWorker.status = .wsAvailable }
        #expect(try message.serializedBytes() as [UInt8] == [0x1A, 2, 0x08, 0])
    }

    @Test("JSON has the protocol's own names")
    func names() throws {
        var options = JSONEncodingOptions()
        options.preserveProtoFieldNames = true
        let room = Livekit_Room.with {
            $0.emptyTimeout = 300
            $0.creationTime = 1_795_246_104
        }
        #expect(try room.jsonString(options: options) == #"{"empty_timeout":300,"creation_time":"1795246104"}"#)
    }
}
