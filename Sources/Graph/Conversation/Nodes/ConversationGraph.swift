package import Engine

package typealias ConversationVisit = Visit<DialogueState, ConversationEvent, ConversationEffect>

/// Document 004's graph: `check_notifications → router → faq_agent | booking_agent | escalation_agent → respond`.
///
/// The router answers greetings and the like itself, so it also leads straight to `respond`; so does a notification that
/// is spoken at once. Only `respond` speaks.
package struct ConversationGraph: Sendable {
    package typealias Compiled = CompiledGraph<DialogueState, ConversationEvent, ConversationEffect>

    let domain: Domain
    let understanding: RuleUnderstanding
    /// Below this confidence a language model is asked, when there is one.
    let assistance: Double?

    /// - Parameter assistance: The confidence below which an `understand` effect asks a language model; `nil`: never.
    package init(_ domain: Domain, assistance: Double? = nil) {
        self.domain = domain
        understanding = RuleUnderstanding(domain)
        self.assistance = assistance
    }

    /// The graph, ready to run. Throws nothing but a defect of this type, which its tests exclude.
    package func compile() throws(InvalidGraph) -> Compiled {
        var graph = StateGraph<DialogueState, ConversationEvent, ConversationEffect>(entry: "check_notifications")
        graph.reduce(\.conversation.messages, with: .append(keeping: 500))
        graph.reduce(\.turn.lines, with: .append)
        graph.reduce(\.turn.quotes, with: .append)
        let inbox = CheckNotifications(domain: domain)
        let router = Router(domain: domain, understanding: understanding, assistance: assistance)
        let faq = FAQAgent(domain: domain)
        let booking = BookingAgent(domain: domain)
        let escalation = EscalationAgent()
        let respond = Respond(domain: domain)
        graph.addNode("check_notifications", may: [.next, .finish]) { inbox.visit(&$0) }
        graph.addNode("router", may: [.next, .stay], enter: { router.visit(&$0) }, resume: { router.visit(&$0) })
        graph.addNode("faq_agent", may: [.next, .stay], enter: { faq.visit(&$0) }, resume: { faq.visit(&$0) })
        graph.addNode(
            "booking_agent", may: [.next, .stay], enter: { booking.visit(&$0) }, resume: { booking.visit(&$0) })
        graph.addNode("escalation_agent", may: [.next]) { escalation.visit(&$0) }
        graph.addNode("respond", may: [.finish]) { respond.visit(&$0) }
        graph.addEdges(from: "check_notifications", to: [.turn: "router", .notice: "respond"]) { $0.turn.arrival }
        graph.addEdges(
            from: "router",
            to: [.faq: "faq_agent", .booking: "booking_agent", .escalation: "escalation_agent", .respond: "respond"]
        ) { $0.turn.branch }
        for agent in ["faq_agent", "booking_agent", "escalation_agent"] { graph.addEdge(agent, to: "respond") }
        return try graph.compile()
    }
}
