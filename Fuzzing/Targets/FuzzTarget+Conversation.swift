import Conversation
import Dealership
import Engine
import Foundation
import Host

// What callers say, what a language model answers, and what a store gives back.
extension FuzzTarget {
    private static let graph: ConversationGraph.Compiled = {
        guard let graph = try? ConversationGraph(.dealership(timeZone: .gmt)).compile() else {
            fatalError("the conversation's graph does not compile")
        }
        return graph
    }()

    /// Several sentences, one a line: whatever they are, each has an answer.
    static let caller = FuzzTarget(name: "caller") {
        [
            "hi i'd like an oil change tomorrow at half nine\nno i said ten\nmaria garcia\n5125550199\nyes\nbye",
            "can i test drive the electric one this weekend\nmove my appointment\ndouble five one two\ncancel it",
        ].map { Array($0.utf8) }
    } feed: { input in
        let text = String(decoding: input, as: UTF8.self)
        var stage = ConversationStage(graph)
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).prefix(12) {
            stage.hear(String(line))
        }
        stage.checkStored()
    }

    static let checkpoint = FuzzTarget(name: "checkpoint") {
        var stage = ConversationStage(graph)
        stage.hear("i'd like an oil change tomorrow at nine")
        return [stage.stored]
    } feed: { input in
        guard let execution = try? graph.decode(Data(input)) else { return }
        guard let bytes = try? graph.encode(execution) else { fatalError("what was read cannot be written") }
        precondition((try? graph.decode(bytes)) == execution, "what was written reads differently")
    }

    static let modelWords = FuzzTarget(name: "model-words") {
        [Array("It costs 45 to 75 dollars and takes about 30 minutes. Which day suits you?".utf8)]
    } feed: { input in
        let plan = ReplyPlan(
            text: "It costs between 45 and 75 dollars, and takes about 30 minutes. Which day suits you?", heard: "",
            question: .date)
        let words = String(decoding: input, as: UTF8.self)
        let finding = FactCheck(business: "Riverside Motors").finding(in: words, for: plan)
        precondition(finding != nil || words.contains("45"), "words without the price may be spoken")
    }
}
