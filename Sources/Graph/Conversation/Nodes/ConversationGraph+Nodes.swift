import Engine

extension ConversationGraph {
    typealias Catalogue = NodeCatalogue<DialogueState, ConversationEvent, ConversationEffect>
    typealias Behaviour = NodeBehaviour<DialogueState, ConversationEvent, ConversationEffect>

    /// What the nodes do, by the names that graphs have for them.
    var nodes: [(name: String, behaviour: Behaviour)] {
        let inbox = CheckNotifications(domain: domain)
        let router = Router(domain: domain, understanding: understanding, assistance: assistance)
        let faq = FAQAgent(domain: domain)
        let booking = BookingAgent(domain: domain)
        let escalation = EscalationAgent()
        let courtesy = Courtesy(domain: domain)
        let respond = Respond(domain: domain, phrasing: phrasing)
        let approval = Approval(domain: domain)
        return [
            ("check_notifications", Behaviour(may: [.next, .finish]) { inbox.visit(&$0) }),
            ("router", Behaviour(may: [.next, .stay], enter: { router.enter(&$0) }, resume: { router.resume(&$0) })),
            ("faq_agent", Behaviour(may: [.next, .stay], enter: { faq.enter(&$0) }, resume: { faq.resume(&$0) })),
            (
                "booking_agent",
                Behaviour(may: [.next, .stay], enter: { booking.enter(&$0) }, resume: { booking.resume(&$0) })
            ),
            ("escalation_agent", Behaviour(may: [.next]) { escalation.visit(&$0) }),
            ("courtesy", Behaviour(may: [.next]) { courtesy.visit(&$0) }),
            (
                "respond",
                Behaviour(
                    may: [.next, .finish, .stay], enter: { respond.enter(&$0) }, resume: { respond.resume(&$0) })
            ),
            (
                "approval",
                Behaviour(
                    may: [.next, .finish, .stay], enter: { approval.enter(&$0) }, resume: { approval.resume(&$0) })
            ),
        ]
    }

    /// The words that a graph in a document may use: the nodes as kinds, and three conditions. `arrival` tells a turn from
    /// a notice, `branch` is where the router sends a turn, `course` is whether a turn wants more than it got.
    var catalogue: Catalogue {
        var catalogue = Catalogue()
        catalogue.reduce(\.conversation.messages, with: .append(keeping: 500))
        catalogue.reduce(\.turn.sentences, with: .append)
        for node in nodes { catalogue.add(node.name) { _ in node.behaviour } }
        catalogue.addCondition("arrival") { (state: DialogueState) in state.turn.arrival }
        catalogue.addCondition("branch") { (state: DialogueState) in state.turn.branch }
        catalogue.addCondition("course") { (state: DialogueState) in state.turn.course }
        return catalogue
    }
}
