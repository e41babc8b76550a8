import Conversation
import Dealership
import Engine
import FoundationEssentials
import Testing

/// A caller in a play: speaks to the graph and hears what it says, with a desk that answers at once.
struct Caller {
    private let graph: ConversationGraph.Compiled
    private(set) var execution: Execution<DialogueState, ConversationEffect>
    private(set) var desk = Desk()
    private(set) var reply: SpokenReply?
    private(set) var effects: [ConversationEffect] = []
    private(set) var path: [String] = []
    /// Monday, 2026-05-04, 10:00 in Greenwich.
    var time = Date(timeIntervalSince1970: 1_777_888_800)

    init(speaksAtOnce: Bool = true, assistance: Double? = nil) throws {
        let zone = try #require(TimeZone(secondsFromGMT: 0))
        graph = try ConversationGraph(.dealership(timeZone: zone), assistance: assistance).compile()
        let state = ConversationState(sessionID: "sess_test", createdAt: time)
        execution = Execution(DialogueState(conversation: state, memory: DialogueMemory(speaksAtOnce: speaksAtOnce)))
    }

    var state: ConversationState { execution.state.conversation }
    var slots: BookingSlots { state.bookingSlots }
    var vocabulary: String { execution.state.vocabulary }

    /// What the agent says to this.
    @discardableResult
    mutating func says(_ text: String) throws -> String { try hears(.said(text)) }

    /// Says several things in turn; returns the last reply.
    @discardableResult
    mutating func says(all texts: [String]) throws -> String {
        for text in texts { try says(text) }
        return reply?.text ?? ""
    }

    /// Lets an event happen and answers the tools; returns what is said, or nothing.
    @discardableResult
    mutating func hears(_ event: ConversationEvent) throws -> String {
        effects = []
        path = []
        var said = ""
        var events = [event]
        while !events.isEmpty {
            let step = try graph.step(execution, events.removeFirst(), now: time)
            execution = step.execution
            path += step.execution.path
            for request in step.requests {
                effects.append(request.effect)
                switch request.effect {
                case .tool(let tool): events.append(.tool(try #require(request.id), desk.answer(tool)))
                case .understand: events.append(.understood(try #require(request.id), nil))
                case .phrase: events.append(.phrased(try #require(request.id), nil))
                case .say(let reply):
                    self.reply = reply
                    said = reply.text
                case .spawn, .announce: break
                }
            }
        }
        return said
    }

    /// Takes a slot away before the caller asks for it.
    mutating func somebodyBooks(_ day: String, _ time: String, _ service: String = "Oil Change") throws {
        let order = BookingOrder(
            callID: "other_\(day)_\(time)", type: .service, subject: service, day: try #require(Day(day)),
            time: try #require(TimeOfDay(time)), customerName: "Ann Other", customerPhone: "5550000")
        _ = desk.answer(.bookAppointment(order))
    }
}
