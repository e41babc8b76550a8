import Contract
import Room
import Testing
import Timing

@Suite("How much of arriving streams is kept") struct StreamLimitTests {
    private func streams() -> IncomingStreams {
        var limits = StreamLimits()
        (limits.text, limits.bytes, limits.total) = (10, 20, 50)
        return IncomingStreams(limits: limits)
    }

    /// Takes a header or a chunk of `ann`'s, and says why a stream failed, if one did.
    private func take(_ packet: Livekit_DataPacket, into streams: inout IncomingStreams) -> StreamFailure.Reason? {
        let event =
            switch packet.value {
            case .streamHeader(let header): streams.begin(header, in: packet, now: .origin)
            case .streamChunk(let chunk): streams.append(chunk, in: packet, now: .origin)
            case .streamTrailer(let trailer): streams.end(trailer, in: packet)
            default: nil as RoomEvent?
            }
        guard case .streamFailed(let failure) = event else { return nil }
        return failure.reason
    }

    private func fill(_ stream: String, _ index: UInt64, _ count: Int) -> Livekit_DataPacket {
        DataPackets.chunk(stream, index, [UInt8](repeating: 7, count: count))
    }

    @Test("one text, or one file, may have so many bytes and not one more")
    func each() {
        for (header, limit) in [(DataPackets.text("s"), 10), (DataPackets.file("s", length: 1 << 60), 20)] {
            var streams = streams()
            let reasons = [header, fill("s", 0, limit), fill("s", 1, 0), fill("s", 2, 1)].map {
                take($0, into: &streams)
            }
            #expect(reasons == [nil, nil, nil, .tooLong] && streams.count == 0 && streams.deadline == nil)
        }
    }

    @Test("all together may have so many: the one that goes beyond fails, and its room is free again")
    func together() {
        var streams = streams()
        for name in ["a", "b", "c"] { _ = take(DataPackets.file(name), into: &streams) }
        let reasons = [fill("a", 0, 20), fill("b", 0, 20), fill("c", 0, 10), fill("c", 1, 1), fill("b", 1, 0)].map {
            take($0, into: &streams)
        }
        #expect(reasons == [nil, nil, nil, .noRoom, nil])
        _ = take(DataPackets.file("d"), into: &streams)
        let last = [fill("d", 0, 10), fill("d", 1, 1)].map { take($0, into: &streams) }
        #expect(last == [nil, .noRoom] && streams.count == 2)
    }

    @Test("a whole file inside its header is held to the same limit", arguments: [20, 21])
    func inline(count: Int) {
        var streams = streams()
        var packet = DataPackets.file("s")
        packet.streamHeader.inlineContent = .init(repeating: 7, count: count)
        let reason = take(packet, into: &streams)
        #expect(reason == (count > 20 ? .tooLong : nil))
    }

    @Test("a text in a hundred thousand tiny chunks comes whole, and piece by piece")
    func tinyChunks() throws {
        var streams = IncomingStreams()
        _ = take(DataPackets.text("s"), into: &streams)
        var packet = DataPackets.chunk("s", 0, "a".utf8)
        var text = ""
        for index in 0..<100_000 as Range<UInt64> {
            packet.streamChunk.chunkIndex = index
            let event = streams.append(packet.streamChunk, in: packet, now: .origin)
            if case .textGrew(let piece)? = event { text += piece.text }
        }
        let end = streams.end(DataPackets.trailer("s").streamTrailer, in: packet)
        let whole = if case .text(let message)? = end { message.text } else { "" }
        #expect(whole == text && text.utf8.count == 100_000)
    }
}
