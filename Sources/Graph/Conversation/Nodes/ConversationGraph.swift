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

    /// The domain's graph, or else document 004's, ready to run. Throws nothing but a defect of this type, which its tests exclude.
    package func compile() throws(InvalidGraph) -> Compiled {
        if let plan = domain.graph { return try plan.graph(of: catalogue).compile() }
        var graph = Building(entry: "check_notifications")
        graph.reduce(\.conversation.messages, with: .append(keeping: 500))
        graph.reduce(\.turn.sentences, with: .append)
        for node in nodes { graph.addNode(node.name, node.behaviour) }
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
}
