import Conversation
import Engine
import FoundationEssentials
import Testing

@Suite struct GraphTests {
    private struct Silent: Phrasebook {
        func words(for line: Line) -> String { "\(line)" }
    }

    @Test("the graph is document 004's, with its node names")
    func drawing() throws {
        let zone = try #require(TimeZone(secondsFromGMT: 0))
        let domain = Domain(
            name: "House", timeZone: zone, openingHours: OpeningHours([:]), services: [], models: [], phrases: Silent())
        let expected = """
            flowchart TD
                START([start]) --> check_notifications
                router["router<br/>timeout 5 s"]
                faq_agent["faq_agent<br/>timeout 10 s"]
                booking_agent["booking_agent<br/>timeout 10 s"]
                respond["respond<br/>timeout 5 s"]
                check_notifications -.->|turn| router
                check_notifications -.->|notice| respond
                check_notifications --> END([end])
                router -.->|faq| faq_agent
                router -.->|booking| booking_agent
                router -.->|escalation| escalation_agent
                router -.->|courtesy| courtesy
                router -->|wait| router
                faq_agent -.->|more| router
                faq_agent -.->|done| respond
                faq_agent -->|wait| faq_agent
                booking_agent -.->|more| router
                booking_agent -.->|done| respond
                booking_agent -->|wait| booking_agent
                escalation_agent -.->|more| router
                escalation_agent -.->|done| respond
                courtesy -.->|more| router
                courtesy -.->|done| respond
                respond --> approval
                respond -->|wait| respond
                respond --> END([end])
                approval --> respond
                approval -->|wait| approval
                approval --> END([end])

            """
        let drawing = try ConversationGraph(domain).compile().mermaid()
        #expect(drawing == expected)
    }
}
