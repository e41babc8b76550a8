import Conversation
import Dealership
import Engine
import Foundation

/// A caller whose tools answer at once.
struct PromptCaller {
    private let graph: ConversationGraph.Compiled
    private(set) var execution: Execution<DialogueState, ConversationEffect>
    private var desk = Desk()
    /// Monday, 2026-05-04, 10:00 in Greenwich.
    private let time = Date(timeIntervalSince1970: 1_777_888_800)

    init(_ graph: ConversationGraph.Compiled, call: Int) throws {
        self.graph = graph
        let state = ConversationState(sessionID: "sess_\(call)", createdAt: time)
        execution = Execution(DialogueState(conversation: state, memory: DialogueMemory(speaksAtOnce: false)))
    }

    mutating func says(_ text: String) throws {
        var events = [ConversationEvent.said(text)]
        var isAnswered = false
        while !events.isEmpty {
            let step = try graph.step(execution, events.removeFirst(), now: time)
            execution = step.execution
            for request in step.requests {
                switch request.effect {
                case .tool(let tool): if let id = request.id { events.append(.tool(id, desk.answer(tool))) }
                case .say: isAnswered = true
                default: break
                }
            }
        }
        guard isAnswered else { throw BenchFailure("nothing was said to: \(text)") }
    }
}
