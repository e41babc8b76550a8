import Engine
import FoundationEssentials
import Testing

@Suite("Drawings") struct DrawingTests {
    /// The workshop, in a yard.
    private func yard() throws -> CompiledGraph<Yard, RepairEvent, RepairEffect> {
        var yard = StateGraph<Yard, RepairEvent, RepairEffect>(entry: "shop", recursionLimit: 40)
        yard.addSubgraph("shop", subgraph: .workshop(), on: \.repair)
        yard.addEdge("shop", to: "end")
        yard.addNode("end", may: [.finish]) { _ in .finish }
        return try yard.compile()
    }

    private struct Yard: Sendable { var repair = Repair() }

    @Test("a graph draws itself, conditions dotted and labelled")
    func parcel() throws {
        #expect(try parcelGraph().compile().mermaid() == Fixtures.text("parcel.mmd"))
    }

    @Test("fan-outs and joins are drawn thick, policies are written into their nodes")
    func workshop() throws {
        #expect(try RepairGraph.workshop().compile().mermaid() == Fixtures.text("workshop.mmd"))
    }

    @Test("subgraphs are blocks, also within each other, and reserved words are no names")
    func blocks() throws {
        #expect(try yard().mermaid() == Fixtures.text("yard.mmd"))
    }

    @Test("the outline holds all of a graph, and reads back as it was written")
    func outline() throws {
        let outline = try RepairGraph.workshop().compile().outline
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        let data = try encoder.encode(outline)
        #expect(try String(decoding: data, as: UTF8.self) + "\n" == Fixtures.text("workshop.json"))
        #expect(try JSONDecoder().decode(GraphOutline.self, from: data) == outline)
    }

    @Test("a name with marks of Mermaid's own is written so that they are none")
    func marks() throws {
        var graph = RepairGraph(entry: #"say "hi""#)
        graph.addNode(#"say "hi""#, may: [.finish]) { _ in .finish }
        #expect(try graph.compile().mermaid().contains(#"say__hi_["say #quot;hi#quot;"]"#))
    }
}
