import Engine
import Testing

@Suite struct MermaidTests {
    @Test("a graph draws itself, conditions dotted and labelled")
    func drawing() throws {
        let expected = """
            flowchart TD
                START([start]) --> weigh
                weigh -.->|light| price
                weigh -.->|heavy| refuse
                price --> ship
                price -->|wait| price
                ship --> END([end])
                refuse --> END([end])

            """
        #expect(try parcelGraph().compile().mermaid() == expected)
    }
}
