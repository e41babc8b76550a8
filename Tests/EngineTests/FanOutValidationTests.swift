import Engine
import Testing

@Suite struct FanOutValidationTests {
    /// `a` fans out to `b` and `c`, which meet at `d`.
    private func graph(
        _ branches: [String] = ["b", "c"], join: String = "d", within: Duration? = nil,
        b: Set<Outcome> = [.next]
    ) -> RepairGraph {
        var graph = RepairGraph(entry: "a")
        graph.addNode("a", may: [.fanOut]) { _ in .fanOut }
        graph.addNode("b", may: b) { _ in .next }
        graph.addNode("c", may: [.next]) { _ in .next }
        graph.addNode("d", may: [.finish]) { _ in .finish }
        graph.addEdge("b", to: "d")
        graph.addEdge("c", to: "d")
        graph.addFanOut(from: "a", to: branches, join: join, within: within)
        return graph
    }

    @Test("a sound fan-out compiles")
    func sound() {
        #expect(graph(within: .seconds(1)).defects.isEmpty)
    }

    @Test("an unknown branch or join is named with its edge")
    func unknown() {
        #expect(graph(["b", "c", "ghost"]).defects == [.edgeToNowhere(from: "a", to: "ghost")])
        #expect(graph(join: "ghost").defects == [.edgeToNowhere(from: "a", to: "ghost")])
    }

    @Test("a fan-out without branches, or with one twice, is named")
    func branches() {
        #expect(graph([]).defects.contains(.emptyFanOut(node: "a")))
        #expect(graph(["b", "c", "b"]).defects == [.duplicateBranch(node: "a", branch: "b")])
    }

    @Test("a branch that never comes to the join is named, and one that is the join")
    func missesJoin() {
        var graph = graph(["b", "c", "e"])
        graph.addNode("e", may: [.next]) { _ in .next }
        graph.addEdge("e", to: "e")
        #expect(graph.defects == [.branchMissesJoin(node: "a", branch: "e", join: "d")])
        #expect(self.graph(["b", "c", "d"]).defects == [.branchMissesJoin(node: "a", branch: "d", join: "d")])
    }

    @Test("a branch that may end before the join is named with the node where it does")
    func ends() {
        let found = graph(b: [.next, .finish]).defects
        #expect(found == [.branchEnds(node: "a", branch: "b", at: "b")])
        #expect(found.map(\.description) == ["the branch a → b may end at b before it comes to its join"])
    }

    @Test("a fan-out that no outcome follows, and an outcome without one, are named")
    func outcomes() {
        var idle = graph()
        idle.addFanOut(from: "b", to: ["c"], join: "d")
        #expect(idle.defects == [.unusedEdges(node: "b")])
        #expect(graph(b: [.next, .fanOut]).defects == [.uncoveredOutcome(node: "b", outcome: .fanOut)])
        var twice = graph()
        twice.addFanOut(from: "a", to: ["b"], join: "d")
        #expect(twice.defects == [.uncoveredOutcome(node: "a", outcome: .fanOut)])
    }

    @Test("a deadline that no event can tell of, or below zero, is named")
    func deadlines() {
        #expect(graph(within: .seconds(-1)).defects == [.unsoundPolicy(node: "a")])
        var silent = parcelGraph()
        silent.setPolicy(of: "price", timeout: .seconds(1))
        #expect(silent.defects == [.silentDeadline(node: "price")])
    }

    @Test("a policy that makes no sense, or of a node that never waits, is named")
    func policies() {
        var graph = graph()
        graph.setPolicy(of: "b", retry: RetryPolicy(attempts: 0))
        #expect(graph.defects == [.unsoundPolicy(node: "b"), .unusedPolicy(node: "b")])
        graph.setPolicy(of: "b", retry: .none)
        graph.setPolicy(of: "ghost", timeout: .seconds(1))
        #expect(graph.defects == [.unusedPolicy(node: "b"), .unusedPolicy(node: "ghost")])
    }
}
