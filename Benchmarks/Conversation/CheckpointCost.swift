import Conversation
import Dealership
import Engine
import Foundation
import Host
import Store

/// What keeping a checkpoint costs the turn that makes it: putting the execution into bytes and handing it over. Writing it
/// to the database goes on elsewhere.
struct CheckpointCost {
    private static let count = 400

    /// The 99th percentile in milliseconds of the processor, for a booking that is ready to be confirmed.
    static func measure() throws -> Figure {
        let graph = try ConversationGraph(.dealership(timeZone: .gmt)).compile()
        var caller = try PromptCaller(graph, call: 1)
        for sentence in [
            "i'd like an oil change tomorrow at nine", "do you have loaner cars", "how late are you open tonight",
            "my name is maria garcia", "five one two five five five oh one nine nine",
        ] { try caller.says(sentence) }
        let writer = CheckpointWriter(MemoryCheckpointStore()) { _ in }
        var costs: [Double] = []
        var size = 0
        for sequence in 1...count {
            let cost = try ProcessorTime.spent {
                let payload = [UInt8](try graph.encode(caller.execution))
                writer.submit(
                    StoredCheckpoint(
                        session: "sess_1", sequence: sequence, parent: nil, at: Date(), label: "respond",
                        payload: payload))
                size = payload.count
            }
            if sequence > count / 10 { costs.append(cost / 1e6) }
        }
        costs.sort()
        guard let median = costs.median, let slow = costs.dropLast(costs.count / 100).last else {
            throw BenchFailure("there were no checkpoints")
        }
        return Figure(value: slow, note: "\(size) bytes, median \(median.formatted(decimals: 2)) ms")
    }
}
