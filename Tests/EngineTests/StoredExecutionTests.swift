import Engine
import FoundationEssentials
import Simulation
import Testing

@Suite("Stored executions") struct StoredExecutionTests {
    let graph: RepairCompiled
    let execution: RepairRun
    let data: Data

    /// A run that waits for everything there is: an answer, a pause, a join, a person.
    init() throws {
        graph = try RepairGraph.workshop().compile()
        var execution = try graph.step(RepairRun(Repair()), .brought("Golf"), now: noon).execution
        execution = try graph.wake(execution, now: noon.addingTimeInterval(60)).execution
        execution = try graph.step(execution, .brought("Polo"), now: noon.addingTimeInterval(61)).execution
        let id = try #require(execution.number(of: .inspect("brakes")))
        self.execution = try graph.step(execution, .broke(id, .failed("busy")), now: noon.addingTimeInterval(62.3))
            .execution
        data = try graph.encode(self.execution)
    }

    @Test("an execution reads back as it was, and goes on as it would have")
    func roundTrip() throws {
        let back = try graph.decode(data)
        #expect(back == execution)
        #expect(back.outstanding == execution.outstanding)
        #expect(back.interrupts == execution.interrupts)
        let due = try #require(execution.deadline)
        #expect(back.deadline == due)
        let (left, right) = (try graph.wake(execution, now: due), try graph.wake(back, now: due))
        #expect(try graph.encode(left.execution) == graph.encode(right.execution))
        #expect(left.requests == right.requests)
    }

    @Test("what is open can be done by whoever finds it")
    func outstanding() throws {
        #expect(try graph.decode(data).outstanding.map(\.effect) == [.inspect("engine")])
        let due = try #require(execution.deadline)
        let woken = try graph.wake(graph.decode(data), now: due)
        #expect(woken.requests.map(\.effect) == [.inspect("brakes")])
        #expect(woken.requests.map(\.attempt) == [2])
    }

    @Test("the same execution gives the same bytes")
    func stable() throws {
        for _ in 0..<20 { #expect(try graph.encode(graph.decode(data)) == data) }
        #expect(String(decoding: data, as: UTF8.self).hasPrefix(#"{"checksum":""#))
    }

    @Test("every truncation is refused")
    func truncations() {
        for length in 0..<data.count {
            #expect(throws: CheckpointError.damaged) { try graph.decode(data.prefix(length)) }
        }
    }

    @Test("every flipped bit is noticed")
    func flips() {
        for position in data.indices {
            for bit in 0..<8 {
                var other = data
                other[position] ^= 1 << bit
                #expect(throws: CheckpointError.damaged) { try graph.decode(other) }
            }
        }
    }

    @Test("a slice of a larger buffer reads like the bytes themselves")
    func slice() throws {
        #expect(try graph.decode((Data([1, 2, 3]) + data).dropFirst(3)) == execution)
    }

    @Test("a checkpoint of another version, or of a graph with other nodes, is refused by name")
    func foreign() throws {
        var other = RepairGraph.workshop()
        other.version = 2
        #expect(throws: CheckpointError.otherVersion(found: 1, expected: 2)) { try other.compile().decode(data) }
        var smaller = RepairGraph(entry: "approve")
        smaller.addNode("approve", may: [.stay]) { _ in
            .stay
        } resume: { _ in
            .stay
        }
        #expect(throws: CheckpointError.unknownNode("brakes")) { try smaller.compile().decode(data) }
        #expect(throws: ExecutionError.unknownNode("brakes")) {
            try smaller.compile().wake(execution, now: noon.addingTimeInterval(100))
        }
    }

    @Test("what does not fit together is refused with its path, even under a right checksum")
    func malformed() {
        let changes = [
            (#""next_number":8"#, #""next_number":0"#, "execution.next_number"),
            (#""next_number":8"#, #""next_number":9223372036854775807"#, "execution.next_number"),
            (#""next_number":8"#, #""next_number":3"#, "execution.open"),
            (#""next_cursor":9"#, #""next_cursor":"x""#, "execution.next_cursor"),
            (#""next_cursor":9"#, #""next_cursor":2"#, "execution.cursors"),
            (#""attempt":1"#, #""attempt":9223372036854775807"#, "execution.open"),
            (#""missing":[0,1]"#, #""missing":[0,7]"#, "execution.gatherings"),
            (#""order":{"#, #""ordre":{"#, "execution.state"),
        ]
        for (old, new, path) in changes {
            let other = String(decoding: data, as: UTF8.self).replacing(old, with: new)
            #expect(other != String(decoding: data, as: UTF8.self), "\(old) is not in the checkpoint")
            let error = #expect(throws: CheckpointError.self) { try graph.decode(sealed(other)) }
            guard case .malformed(let place, _) = error else {
                Issue.record("\(new): \(String(describing: error))")
                continue
            }
            #expect(place.hasPrefix(path), "\(new)")
        }
        let format = String(decoding: data, as: UTF8.self).replacing(#""format":1"#, with: #""format":9"#)
        #expect(throws: CheckpointError.unknownFormat(9)) { try graph.decode(sealed(format)) }
    }

    @Test("no bytes trap, neither when read nor when gone on from", arguments: 0..<8)
    func hostile(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let text = Array(String(decoding: data, as: UTF8.self).utf8)
        for _ in 0..<300 {
            var bytes = text
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let position = Int.random(in: 40..<bytes.count, using: &random)
                let digits = Array("0123456789-{}[],\"null".utf8)
                bytes[position] = digits[Int.random(in: 0..<digits.count, using: &random)]
            }
            guard let found = try? graph.decode(sealed(String(decoding: bytes, as: UTF8.self))) else { continue }
            _ = try? graph.wake(found, now: noon.addingTimeInterval(1e6))
            _ = try? graph.step(found, .said("hello"), now: noon)
            for request in found.outstanding {
                guard let id = request.id else { continue }
                _ = try? graph.step(found, .found(id, 1), now: noon)
            }
            for interrupt in found.interrupts { _ = try? graph.decide(found, interrupt.id, Decision("yes"), now: noon) }
        }
    }

    /// The text of a checkpoint with the checksum that belongs to it.
    private func sealed(_ text: String) -> Data {
        let rest = Array(text.utf8.dropFirst(31))
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in rest { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16)
        let head = #"{"checksum":""# + String(repeating: "0", count: 16 - digits.count) + digits + "\","
        return Data(head.utf8) + rest
    }
}
