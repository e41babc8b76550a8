import Audio
import Foundation

/// What one more connection costs that hears a voice: sockets, signalling, ICE, DTLS, SRTP, SCTP, jitter buffer, decoder.
/// The recogniser and the conversation are not part of it.
struct ListeningMemory {
    private static let further = 20

    static func measure() throws -> Figure {
        let workshop = try Workshop()
        defer { workshop.close() }
        let server = try workshop.startServer(["--no-worker"])
        let visitors = try Visitors(to: server.livekit)
        let packets = try Self.packets()
        return try Visitors.run {
            let speaker = try await visitors.join("hall", as: "speaker")
            await speaker.listen(saying: packets)
            var listeners = [try await Self.listener(0, visitors)]
            try await Task.sleep(for: .seconds(3))
            let one = try ProcessMemory(of: ProcessInfo.processInfo.processIdentifier)
            for number in 1...Self.further { listeners.append(try await Self.listener(number, visitors)) }
            try await Task.sleep(for: .seconds(3))
            let many = try ProcessMemory(of: ProcessInfo.processInfo.processIdentifier)
            for listener in listeners {
                guard await listener.sounding > 20 else { throw BenchFailure("a listener heard nothing") }
                await listener.leave()
            }
            await speaker.leave()
            let growth = (many.own - one.own) / Double(Self.further)
            return Figure(
                value: growth,
                note:
                    "\(one.own.formatted(decimals: 1)) MB with 1, \(many.own.formatted(decimals: 1)) with \(1 + Self.further)"
            )
        }
    }

    private static func listener(_ number: Int, _ visitors: Visitors) async throws -> RoomClient {
        let listener = try await visitors.join("hall", as: "listener-\(number)", onlyListens: true)
        await listener.listen()
        return listener
    }

    private static func packets() throws -> [[UInt8]] {
        let speech = try Recordings.speech(frames: 500)
        var encoder = try OpusEncoder(OpusEncoder.Configuration(rate: 16_000))
        return try stride(from: 0, to: speech.count, by: 320).map { try encoder.encode(Array(speech[$0..<($0 + 320)])) }
    }
}
