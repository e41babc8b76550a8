import SCTP
import Simulation
import Timing

/// An established association whose other end says what the script holds: chunks, under a right header.
struct AssociationStage {
    /// Two ends that have shaken hands, and what the client said on the way.
    private struct Pair: Sendable {
        var client: Association
        var server: Association
        var now = Instant.origin
        /// Packets to the server.
        var sent: [[UInt8]] = []
    }

    /// Far above what one step may cause.
    private static let outputLimit = 20_000
    private static let connected = connect()

    private var server = connected.server
    private var now = connected.now
    /// The common header of packets to the server: ports, tag, and room for the checksum.
    private static let header = Array(connected.sent.last?.prefix(12) ?? [])
    /// As it stands above INIT (RFC 9260, section 8.5.1).
    private static let headerWithoutTag = Array(header.prefix(4)) + Array(repeating: 0, count: 8)

    mutating func take(_ step: Script.Step) {
        switch step.kind % 6 {
        case 0, 1: server.handle(Self.packet(step.bytes, under: Self.header), now: now)
        case 2: wait(.milliseconds(20 * Int(step.bytes.first ?? 1)))
        case 3: server.handle(Self.packet(step.bytes, under: Self.headerWithoutTag), now: now)
        case 4: try? server.send(step.bytes, on: 0, now: now)
        default: server.close(UInt16(step.bytes.first ?? 0))
        }
        Self.drain(&server)
    }

    private mutating func wait(_ duration: Duration) {
        now += duration
        server.handleTimeout(now: now)
    }

    /// Chunks as a packet with the common header of another, but for the checksum.
    static func packet(_ chunks: [UInt8], under header: [UInt8]) -> [UInt8] {
        guard header.count == 12 else { return chunks }
        var packet = header + chunks
        packet.replaceSubrange(8..<12, with: repeatElement(0, count: 4))
        let checksum = CRC32c.checksum(packet)
        for index in 0..<4 { packet[8 + index] = UInt8(truncatingIfNeeded: checksum >> (8 * index)) }
        return packet
    }

    /// What a client sends in its first second, packet by packet and all of it.
    static func seeds() throws -> [[UInt8]] {
        let chunks = connected.sent.map { Array($0.dropFirst(12)) }
        let all = chunks.map { Script.Step(0, $0) } + [Script.Step(4, [1, 2, 3]), Script.Step(2, [50])]
        return [Script.input(all)] + chunks.map { Script.input([Script.Step(0, $0)]) }
    }

    private static func connect() -> Pair {
        var pair = Pair(
            client: Association(role: .client, random: SeededGenerator(seed: 1)),
            server: Association(role: .server, random: SeededGenerator(seed: 2)))
        pair.client.start(now: pair.now)
        let stream = pair.client.open("_reliable", reliability: .reliable, ordered: true)
        _ = pair.client.open("_lossy", reliability: .lossy(maxRetransmits: 0), ordered: false)
        for round in 0..<40 {
            if round == 20 { try? pair.client.send(Array(repeating: 7, count: 3000), on: stream, now: pair.now) }
            if round == 30 { pair.client.close(stream) }
            exchange(&pair)
        }
        precondition(pair.server.isEstablished, "the two ends do not find each other")
        return pair
    }

    private static func exchange(_ pair: inout Pair) {
        pair.now += .milliseconds(25)
        pair.client.handleTimeout(now: pair.now)
        pair.server.handleTimeout(now: pair.now)
        let packets = drain(&pair.client)
        pair.sent += packets
        for packet in packets { pair.server.handle(packet, now: pair.now) }
        for packet in drain(&pair.server) { pair.client.handle(packet, now: pair.now) }
    }

    @discardableResult
    private static func drain(_ end: inout Association) -> [[UInt8]] {
        var packets: [[UInt8]] = []
        for _ in 0..<outputLimit {
            guard let output = end.pollOutput() else { return packets }
            if case .transmit(let packet) = output { packets.append(packet) }
        }
        fatalError("the output has no end")
    }
}
