import Engine
import Testing

@Suite struct ValidationTests {
    private func nodes(_ names: String..., entry: String? = "a") -> ParcelGraph {
        var graph = ParcelGraph(entry: entry)
        for name in names { graph.addNode(name, may: [.finish]) { _ in .finish } }
        return graph
    }

    @Test("a graph without an entry, or with an unknown one, does not compile")
    func entry() {
        #expect(nodes("a", entry: nil).defects == [.noEntry])
        #expect(nodes("b").defects.contains(.unknownEntry(node: "a")))
    }

    @Test("a node no path leads to is named")
    func unreachable() {
        #expect(nodes("a", "b").defects == [.unreachableNode(node: "b")])
    }

    @Test("a node added twice is named")
    func duplicate() {
        #expect(nodes("a", "a").defects == [.duplicateNode(node: "a")])
    }

    @Test("an edge to nowhere and one from nowhere are named with both ends")
    func danglingEdges() {
        var graph = ParcelGraph(entry: "a")
        graph.addNode("a", may: [.next]) { _ in .next }
        graph.addEdge("a", to: "lost")
        #expect(graph.defects == [.edgeToNowhere(from: "a", to: "lost")])
        var other = nodes("a")
        other.addEdge("ghost", to: "a")
        #expect(other.defects == [.edgeFromNowhere(from: "ghost", to: "a")])
    }

    @Test("an outcome that nothing serves is named")
    func uncoveredOutcome() {
        var graph = ParcelGraph(entry: "a")
        graph.addNode("a", may: [.next, .stay]) { _ in .next }
        #expect(
            graph.defects == [
                .uncoveredOutcome(node: "a", outcome: .next), .uncoveredOutcome(node: "a", outcome: .stay),
            ])
    }

    @Test("two edges do not say which one to route along")
    func ambiguousRoute() {
        var graph = nodes("b", "c")
        graph.addNode("a", may: [.next]) { _ in .next }
        graph.addEdge("a", to: "b")
        graph.addEdge("a", to: "c")
        #expect(graph.defects == [.uncoveredOutcome(node: "a", outcome: .next)])
    }

    @Test("a branch without a target is named")
    func uncoveredBranch() {
        var graph = nodes("b")
        graph.addNode("a", may: [.next]) { _ in .next }
        graph.addEdges(from: "a", to: [.light: "b"]) { (_: Parcel) -> Handling in .light }
        #expect(graph.defects == [.uncoveredBranch(node: "a", label: "heavy")])
        #expect("\(GraphDefect.uncoveredBranch(node: "a", label: "heavy"))" == "the edge a → (heavy) has no target")
    }

    @Test("edges that no outcome follows are named")
    func unusedEdges() {
        var graph = nodes("a", "b")
        graph.addEdge("a", to: "b")
        #expect(graph.defects == [.unusedEdges(node: "a")])
    }
}
