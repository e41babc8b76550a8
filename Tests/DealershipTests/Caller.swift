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
    /// How many of the next tool calls fail.
    var outage = 0
    /// What every tool answers instead of the desk.
    var foreign: ToolAnswer?
    /// The tools that were asked, oldest first.
    private(set) var tools: [ToolRequest] = []
    /// The language model's words for each reply; `nil`: it fails.
    var better: (@Sendable (ReplyPlan) -> String?) = { _ in nil }
    /// The language model's reading of each utterance; `nil`: it fails.
    var reading: (@Sendable (Utterance) -> Interpretation?) = { _ in nil }
    /// Monday, 2026-05-04, 10:00 in Greenwich.
    var time = Date(timeIntervalSince1970: 1_777_888_800)

    init(
        speaksAtOnce: Bool = true, assistance: Double? = nil, phrasing: Bool = false,
        _ change: (inout Domain) -> Void = { _ in }
    ) throws {
        let zone = try #require(TimeZone(secondsFromGMT: 0))
        var domain = Domain.dealership(timeZone: zone)
        change(&domain)
        graph = try ConversationGraph(domain, assistance: assistance, phrasing: phrasing).compile()
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
        try run(graph.step(execution, event, now: time))
    }

    /// A person decides what they were asked last; returns what the caller is told.
    @discardableResult
    mutating func isDecided(_ decision: Decision) throws -> String {
        let question = try #require(execution.interrupts.last { $0.isPending })
        return try run(graph.decide(execution, question.id, decision, now: time))
    }

    /// Lets time pass; returns what the caller is told.
    @discardableResult
    mutating func waits(_ seconds: Double) throws -> String {
        time += seconds
        return try run(graph.wake(execution, now: time))
    }

    private mutating func run(_ step: Step<DialogueState, ConversationEffect>) throws -> String {
        (effects, path) = ([], [])
        var said = ""
        var steps = [step]
        while !steps.isEmpty {
            let step = steps.removeFirst()
            execution = step.execution
            path += step.execution.path
            var answers: [ConversationEvent] = []
            for request in step.requests {
                effects.append(request.effect)
                if case .say(let reply) = request.effect { (self.reply, said) = (reply, reply.text) }
                if let id = request.id { answers += [try #require(answer(request.effect, id))] }
            }
            for event in answers { steps.append(try graph.step(execution, event, now: time)) }
        }
        return said
    }

    private mutating func answer(_ effect: ConversationEffect, _ id: RequestID) -> ConversationEvent? {
        switch effect {
        case .tool(let tool):
            tools.append(tool)
            outage -= 1
            return .tool(id, outage >= 0 ? .failed("out of order") : foreign ?? desk.answer(tool))
        case .understand(let utterance): return .understood(id, reading(utterance))
        case .phrase(let plan): return .phrased(id, better(plan))
        case .say, .spawn, .announce: return nil
        }
    }

    /// Puts notifications in the queue, in this order.
    mutating func queue(_ messages: [(String, SessionNotification.Priority)]) {
        execution.state.conversation.notificationsQueue += messages.map {
            SessionNotification(notificationID: $0.0, message: $0.0, priority: $0.1)
        }
    }

    /// Takes a slot away before the caller asks for it.
    mutating func somebodyBooks(
        _ day: String, _ time: String, _ service: String = "Oil Change",
        as customer: (name: String, phone: String) = ("Ann Other", "5550000")
    ) throws {
        let order = BookingOrder(
            callID: "other_\(day)_\(time)", type: .service, subject: service, day: try #require(Day(day)),
            time: try #require(TimeOfDay(time)), customerName: customer.name, customerPhone: customer.phone)
        _ = desk.answer(.bookAppointment(order))
    }
}
