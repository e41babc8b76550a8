import Contract
import Foundation
import Room
import Simulation
import SwiftProtobuf
import Testing
import Timing
import Wire

@Suite("Hostile signalling") struct HostileSignallingTests {
    @Test(
        "captured messages cut short anywhere, before and after joining, never trap",
        arguments: [nil, .single, .dual] as [Topology?])
    func truncations(topology: Topology?) throws {
        for frame in CapturedFrames.signals {
            let stage = try topology.map { try RoomStage.connected($0) } ?? RoomStage()
            if topology == nil { stage.connect() }
            for count in 0..<frame.count {
                stage.signal(bytes: Array(frame.prefix(count)))
                stage.run(for: .milliseconds(10))
            }
        }
    }

    @Test("bytes that are no message change nothing", arguments: 1...4 as ClosedRange<UInt64>)
    func garbage(seed: UInt64) throws {
        let stage = try RoomStage.connected()
        var random = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            // A field of a kind that does not exist cannot be a message.
            stage.signal(bytes: [0x0F] + random.bytes(Int.random(in: 0...200, using: &random)))
        }
        stage.run(for: .seconds(1))
        let isConnected = stage.room.isConnected
        #expect(isConnected && stage.reconnections.isEmpty)
    }

    @Test(
        "damaged messages never trap, and the room goes on or ends with a reason",
        arguments: 1...8 as ClosedRange<UInt64>)
    func damage(seed: UInt64) throws {
        let stage = try RoomStage(seed: seed)
        var random = SeededGenerator(seed: seed)
        stage.connect()
        for _ in 0..<300 {
            var frame = CapturedFrames.signals.randomElement(using: &random) ?? []
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                frame[Int.random(in: 0..<frame.count, using: &random)] = UInt8(truncatingIfNeeded: random.next())
            }
            stage.signal(bytes: frame)
            stage.run(for: .milliseconds(20))
        }
        let isClosed = stage.room.isClosed
        #expect(isClosed == (stage.failure != nil))
    }

    @Test(
        "a candidate that makes no sense is ignored",
        arguments: ["", "{", "{}", "{\"candidate\":7}", "{\"candidate\":\"candidate:x\"}", "{\"candidate\":\"\"}"])
    func candidates(json: String) throws {
        let stage = try RoomStage.connected()
        stage.signal(.trickle(.with { $0.candidateInit = json }))
        stage.run(for: .seconds(1))
        #expect(stage.reconnections.isEmpty)
    }

    @Test("datagrams from anywhere never trap")
    func datagrams() throws {
        let stage = try RoomStage.connected()
        var random = SeededGenerator(seed: 3)
        for _ in 0..<500 {
            stage.room.handle(
                .datagram(.init(local: RoomStage.address, remote: RoomStage.serverAddress, payload: random.bytes(60))),
                now: stage.now)
        }
        stage.run(for: .seconds(1))
        #expect(stage.reconnections.isEmpty)
    }

    @Test("asking for sections without end makes a bounded number, and one offer is outstanding")
    func sections() throws {
        let stage = try RoomStage.connected()
        for _ in 0..<3 { stage.signal(.mediaSectionsRequirement(.with { $0.numAudios = .max })) }
        let offer = try #require(stage.offers.last)
        #expect(offer.sdp.components(separatedBy: "m=audio").count - 1 == 128)
        #expect(stage.offers.count == 1)
        let refused = stage.room.counters.refusedSections
        #expect(refused == 3 * Int(UInt32.max) - 127)
    }

    @Test("more participants than anybody needs are counted, and those who are known stay")
    func crowd() throws {
        let stage = try RoomStage.connected(others: [People.someone("ann")])
        let crowd = (0..<5000).map { People.someone("guest-\($0)") }
        stage.signal(.update(.with { $0.participants = crowd }))
        let (present, refused) = (stage.room.others.count, stage.room.counters.refusedParticipants)
        #expect(present == 4096 && refused == 5001 - 4096)
        stage.update(People.someone("ann", version: 2, tracks: ["TR_1"]))
        #expect(stage.changed.map(\.identity) == ["ann"])
    }

    @Test("what is no message is counted, and what comes at the wrong time too")
    func counters() throws {
        let stage = try RoomStage.connected()
        stage.signal(bytes: [0xFF])
        stage.signal(.answer(.init()))
        stage.signal(.join(.init()))
        stage.signal(.trickle(.with { $0.candidateInit = "{" }))
        let counters = stage.room.counters
        #expect(counters.unreadableMessages == 1 && counters.unexpectedMessages == 2)
        #expect(counters.unreadableCandidates == 1 && stage.reconnections.isEmpty)
    }

    @Test(
        "captured messages in any order, damaged, while a session is resumed, never trap",
        arguments: 1...8 as ClosedRange<UInt64>)
    func damageWhileResuming(seed: UInt64) throws {
        let stage = try RoomStage.connected(seed.isMultiple(of: 2) ? .single : .dual)
        var random = SeededGenerator(seed: seed)
        stage.onOpen = { $0.signal(.reconnect(.init())) }
        for _ in 0..<200 {
            if random.next().isMultiple(of: 10) { stage.lose() }
            var frame = CapturedFrames.signals.randomElement(using: &random) ?? []
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                frame[Int.random(in: 0..<frame.count, using: &random)] = UInt8(truncatingIfNeeded: random.next())
            }
            stage.signal(bytes: frame)
            stage.run(for: .milliseconds(100))
        }
        let isClosed = stage.room.isClosed
        #expect(isClosed == (stage.failure != nil))
    }
}
