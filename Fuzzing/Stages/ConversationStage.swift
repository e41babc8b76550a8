import Conversation
import Dealership
import Engine
import Foundation

/// A conversation whose tools answer at once.
struct ConversationStage {
    private let graph: ConversationGraph.Compiled
    private var execution: Execution<DialogueState, ConversationEffect>
    private var desk = Desk()
    /// Monday, 2026-05-04, 10:00 in Greenwich.
    private let time = Date(timeIntervalSince1970: 1_777_888_800)

    init(_ graph: ConversationGraph.Compiled) {
        self.graph = graph
        let state = ConversationState(sessionID: "sess_fuzz", createdAt: time)
        execution = Execution(DialogueState(conversation: state, memory: DialogueMemory(speaksAtOnce: false)))
    }

    /// The conversation as a store keeps it.
    var stored: [UInt8] {
        guard let bytes = try? graph.encode(execution) else { fatalError("the conversation cannot be written") }
        return [UInt8](bytes)
    }

    /// Traps when nothing is answered.
    mutating func hear(_ text: String) {
        var events = [ConversationEvent.said(text)]
        var isAnswered = false
        while !events.isEmpty {
            let event = events.removeFirst()
            guard let step = try? graph.step(execution, event, now: time) else { fatalError("the graph lost its way") }
            execution = step.execution
            for request in step.requests {
                switch request.effect {
                case .tool(let tool): if let id = request.id { events.append(.tool(id, desk.answer(tool))) }
                case .say(let reply): isAnswered = !reply.text.isEmpty
                default: break
                }
            }
        }
        precondition(isAnswered, "a caller got no answer")
    }

    /// Traps when what is stored reads differently.
    func checkStored() {
        precondition((try? graph.decode(Data(stored))) == execution, "a stored conversation reads differently")
    }
}
