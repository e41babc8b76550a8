package import Engine

package typealias ConversationVisit = Visit<DialogueState, ConversationEvent, ConversationEffect>

/// Document 004's graph: `check_notifications → router → faq_agent | booking_agent | escalation_agent → respond`.
///
/// Beside the agents stands `courtesy`, for everything that is neither a question nor an errand. A turn that wants several
/// things comes back to the router after each; a notification that is spoken at once goes straight to `respond`. The
/// router decides and says nothing; only `respond` speaks. A change that a person must approve waits in `approval` while
/// the talk goes on.
package struct ConversationGraph: Sendable {
    package typealias Compiled = CompiledGraph<DialogueState, ConversationEvent, ConversationEffect>
    private typealias Building = StateGraph<DialogueState, ConversationEvent, ConversationEffect>

    let domain: Domain
    let understanding: RuleUnderstanding
    /// Below this confidence a language model is asked, when there is one.
    let assistance: Double?
    /// Whether a language model is asked for better words.
    let phrasing: Bool

    /// - Parameters:
    ///   - assistance: The confidence below which an `understand` effect asks a language model; `nil`: never.
    ///   - phrasing: Whether a `phrase` effect asks a language model for the words of each reply.
    package init(_ domain: Domain, assistance: Double? = nil, phrasing: Bool = false) {
        self.domain = domain
        understanding = RuleUnderstanding(domain)
        self.assistance = assistance
        self.phrasing = phrasing
    }

    /// The graph, ready to run. Throws nothing but a defect of this type, which its tests exclude.
    package func compile() throws(InvalidGraph) -> Compiled {
        var graph = Building(entry: "check_notifications")
        graph.reduce(\.conversation.messages, with: .append(keeping: 500))
        graph.reduce(\.turn.sentences, with: .append)
        addNodes(&graph)
        graph.addEdges(from: "check_notifications", to: [.turn: "router", .notice: "respond"]) { $0.turn.arrival }
        graph.addEdges(
            from: "router",
            to: [.faq: "faq_agent", .booking: "booking_agent", .escalation: "escalation_agent", .courtesy: "courtesy"]
        ) { $0.turn.branch }
        for agent in ["faq_agent", "booking_agent", "escalation_agent", "courtesy"] {
            graph.addEdges(from: agent, to: [.done: "respond", .more: "router"]) { $0.turn.course }
        }
        graph.addEdge("respond", to: "approval")
        graph.addEdge("approval", to: "respond")
        // Nobody waits longer for a better answer than a caller waits for any.
        for node in ["router", "respond"] { graph.setPolicy(of: node, timeout: .seconds(5)) }
        for node in ["faq_agent", "booking_agent"] { graph.setPolicy(of: node, timeout: .seconds(10)) }
        return try graph.compile()
    }

    private func addNodes(_ graph: inout Building) {
        let inbox = CheckNotifications(domain: domain)
        let router = Router(domain: domain, understanding: understanding, assistance: assistance)
        let faq = FAQAgent(domain: domain)
        let booking = BookingAgent(domain: domain)
        let escalation = EscalationAgent()
        let courtesy = Courtesy(domain: domain)
        let respond = Respond(domain: domain, phrasing: phrasing)
        graph.addNode("check_notifications", may: [.next, .finish]) { inbox.visit(&$0) }
        graph.addNode("router", may: [.next, .stay], enter: { router.enter(&$0) }, resume: { router.resume(&$0) })
        graph.addNode("faq_agent", may: [.next, .stay], enter: { faq.enter(&$0) }, resume: { faq.resume(&$0) })
        graph.addNode(
            "booking_agent", may: [.next, .stay], enter: { booking.enter(&$0) }, resume: { booking.resume(&$0) })
        graph.addNode("escalation_agent", may: [.next]) { escalation.visit(&$0) }
        graph.addNode("courtesy", may: [.next]) { courtesy.visit(&$0) }
        let approval = Approval(domain: domain)
        graph.addNode(
            "respond", may: [.next, .finish, .stay], enter: { respond.enter(&$0) }, resume: { respond.resume(&$0) })
        graph.addNode(
            "approval", may: [.next, .finish, .stay], enter: { approval.enter(&$0) }, resume: { approval.resume(&$0) })
    }
}
