import Document
import Engine
import FoundationEssentials
import Testing

@Suite("Graphs from documents") struct LoadingTests {
    private func load(_ text: String) throws -> RepairGraph {
        try RepairGraph(document: DocumentValue(parsing: text), catalogue: .workshop())
    }

    /// What is wrong with a document, a line for each.
    private func problems(_ text: String) -> [String] {
        do {
            _ = try load(text)
            return []
        } catch {
            return "\(error)".split(separator: "\n").map(String.init)
        }
    }

    @Test("a graph from YAML has the shape of the same graph from Swift")
    func sameShape() throws {
        let loaded = try load(Fixtures.text("workshop.yaml")).compile()
        let built = try RepairGraph.workshop().compile()
        #expect(loaded.outline == built.outline)
        #expect(loaded.mermaid() == built.mermaid())
    }

    @Test("a graph from JSON is the one from YAML")
    func json() throws {
        let yaml = try DocumentValue(parsing: Fixtures.text("workshop.yaml"))
        let nodes = yaml["nodes"].entries.map { "\(JSON.string($0.key).text): \($0.value.json.text)" }
        let edges = yaml["edges"].json.text
        let text = #"{"entry": "receive", "nodes": {\#(nodes.joined(separator: ", "))}, "edges": \#(edges)}"#
        #expect(try load(text).compile().outline == RepairGraph.workshop().compile().outline)
    }

    @Test("a loaded graph does what the built one does, byte for byte", arguments: 0..<5)
    func sameRuns(seed: UInt64) throws {
        let loaded = try load(Fixtures.text("workshop.yaml")).compile()
        var chaos = Chaos(try RepairGraph.workshop().compile(), seed: seed)
        for _ in 0..<100 { _ = try chaos.happen() }
        let other = try loaded.replay(chaos.recording, from: RepairRun(Repair()))
        #expect(try loaded.encode(other) == chaos.graph.encode(chaos.execution))
    }

    @Test("limits and versions are read")
    func numbers() throws {
        let graph = try load("{entry: a, recursion_limit: 3, version: 4, nodes: {a: {kind: chat}}}")
        #expect(graph.recursionLimit == 3)
        #expect(graph.version == 4)
    }

    @Test("everything that is wrong with the document is told at once, with line and path")
    func words() {
        let text = """
            entry: a
            recursion_limit: none
            nodes:
              a: {kind: chatt}
              b: {kind: inspection, with: {parts: 3}}
              c: {kind: note, with: {text: x}, timeout: -1}
              d: {kind: chat, colour: red}
            edges:
              - {from: a, when: arival, to: {car: b}}
              - {from: b, when: arrival, to: {car: c, walk: d}}
              - {from: c, fan_out: [a], within: 3}
              - {from: d, to: {x: a}}
              - {from: d, to: a, join: b}
            """
        #expect(
            problems(text) == [
                #"line 2: recursion_limit: must be a whole number from 1 to 10000, not "none""#,
                #"line 4: nodes.a.kind: is no kind of node, did you mean "chat"?"#,
                #"line 5: nodes.b.with.parts: is not a known key, did you mean "part"?"#,
                "line 5: nodes.b.with.part: is missing",
                #"line 6: nodes.c.timeout: must be a number from 0.0 to 31622400.0, not "-1""#,
                "line 7: nodes.d.colour: is not a known key",
                #"line 9: edges[0].when: is no condition, did you mean "arrival"?"#,
                "line 10: edges[1].to.walk: is no label of arrival, did you mean \"talk\"?",
                "line 11: edges[2].join: is missing",
                "line 12: edges[3].to: needs a condition (when) to choose among several nodes",
                "line 13: edges[4].join: does not belong to this kind of edge",
            ])
    }

    @Test("what is wrong with the graph is told at the node or edge it is about")
    func defects() {
        let text = """
            entry: a
            nodes:
              a: {kind: report}
              b: {kind: spread}
              c: {kind: chat}
              lonely: {kind: chat}
              parts: {kind: parts}
            edges:
              - {from: a, when: arrival, to: {car: b}}
              - {from: b, fan_out: [c, ghost], join: parts}
              - {from: lonely, to: a}
            """
        #expect(
            problems(text) == [
                "line 6: nodes.lonely: no path leads from the entry to the node lonely",
                "line 7: nodes.parts: the node parts may decide next, but not exactly one thing says how it goes on",
                "line 7: nodes.parts: no path leads from the entry to the node parts/count",
                "line 7: nodes.parts: no path leads from the entry to the node parts/note",
                "line 7: nodes.parts: no path leads from the entry to the node parts",
                "line 9: edges[0]: the edge a → (talk) has no target",
                "line 10: edges[1]: the edge b → ghost leads to no node",
                "line 10: edges[1]: the branch b → c never comes to its join parts",
                "line 11: edges[2]: the node lonely has edges but never decides to follow them",
            ])
        #expect(problems("{entry: x, nodes: {a: {kind: chat}}}").first == "line 1: entry: the entry x is not a node")
    }

    @Test("an empty document, a list, and every truncation of a good one are refused or read, never more")
    func truncations() throws {
        #expect(!problems("").isEmpty)
        #expect(!problems("[1, 2]").isEmpty)
        let text = try Fixtures.text("workshop.yaml")
        var refused = 0
        for end in text.indices where !problems(String(text[..<end])).isEmpty { refused += 1 }
        #expect(refused > text.count * 9 / 10)
    }
}
