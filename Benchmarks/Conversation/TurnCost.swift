import Conversation
import Dealership
import Engine
import Foundation

/// What a turn costs that the rules understand: reading the words, the graph, the reply. Tools answer from memory at once.
struct TurnCost {
    private static let calls = 150
    private static let warmUp = 10

    /// One call: a booking with digressions and a correction.
    private static let script = [
        "hi i was hoping to get my oil changed sometime on monday", "how much is that",
        "half past nine in the morning would be good", "no i said ten thirty", "what time do you close on saturday",
        "my name is maria garcia", "could you repeat that please", "five one two five five five oh one nine nine",
        "do you have loaner cars", "yes please that works", "are you a robot", "that's all thank you goodbye",
    ]

    /// The 99th percentile of the turns of many calls, in milliseconds of the processor.
    static func measure() throws -> Figure {
        let graph = try ConversationGraph(.dealership(timeZone: .gmt)).compile()
        var costs: [Double] = []
        for call in 0..<(calls + warmUp) {
            var caller = try PromptCaller(graph, call: call)
            for sentence in script {
                let cost = try ProcessorTime.spent { try caller.says(sentence) }
                if call >= warmUp { costs.append(cost / 1e6) }
            }
        }
        costs.sort()
        guard let median = costs.median, let slow = costs.dropLast(costs.count / 100).last else {
            throw BenchFailure("there were no turns")
        }
        return Figure(
            value: slow, note: "\(costs.count) turns, median \(median.formatted(decimals: 2)) ms")
    }
}
