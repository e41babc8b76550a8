import Conversation
import Dealership
import Engine
import FoundationEssentials
import Pack
import Testing

/// Somebody who calls a business and hears what it says; its tools answer at once, from memory.
struct Patient {
    private let graph: ConversationGraph.Compiled
    private var execution: Execution<DialogueState, ConversationEffect>
    private(set) var desk: Desk
    private(set) var endsCall = false
    /// Monday, 2026-05-04, 10:00 in Greenwich.
    private let time = Date(timeIntervalSince1970: 1_777_888_800)

    init(_ pack: BusinessPack) throws {
        graph = try ConversationGraph(pack.domain(timeZone: .gmt)).compile()
        desk = Desk(seed: pack.seed, hours: pack.openingHours)
        let state = ConversationState(sessionID: "sess_test", createdAt: time)
        execution = Execution(DialogueState(conversation: state, memory: DialogueMemory(speaksAtOnce: true)))
    }

    /// What the agent says when it takes the call.
    mutating func calls() throws -> String { try hears(.began) }

    /// What the agent says to this.
    mutating func says(_ text: String) throws -> String { try hears(.said(text)) }

    private mutating func hears(_ event: ConversationEvent) throws -> String {
        var said = ""
        var events = [event]
        while !events.isEmpty {
            let step = try graph.step(execution, events.removeFirst(), now: time)
            execution = step.execution
            for request in step.requests {
                switch request.effect {
                case .say(let reply): (said, endsCall) = (reply.text, reply.endsCall)
                case .tool(let tool): events.append(.tool(try #require(request.id), desk.answer(tool)))
                case .understand, .phrase, .spawn, .announce: break
                }
            }
        }
        return said
    }
}
