import Conversation
import Dealership
import Document
import Engine
import FoundationEssentials
import Pack
import Testing

@Suite struct PackGraphTests {
    @Test("the graph of the dealership's folder is the one built in Swift")
    func shipped() throws {
        var domain = BusinessPack.dealership.domain(timeZone: .gmt)
        #expect(domain.graph != nil)
        let loaded = try ConversationGraph(domain).compile()
        domain.graph = nil
        let built = try ConversationGraph(domain).compile()
        #expect(loaded.outline == built.outline)
        #expect(loaded.mermaid() == built.mermaid())
    }

    @Test("a conversation runs on the graph of its folder as on the one built in Swift")
    func running() throws {
        let graph = try #require(try PackFiles(folder: SourcePack.path).contents["graph.yaml"])
        var files = try PackFolder.dentist()
        var own = try Patient(BusinessPack(files))
        files.contents["graph.yaml"] = graph
        var loaded = try Patient(BusinessPack(files))
        #expect(try own.calls() == loaded.calls())
        for text in ["a filling please", "tomorrow at ten", "john smith", "five five five one two three four", "yes"] {
            #expect(try own.says(text) == loaded.says(text))
        }
        #expect(loaded.desk.appointments.count == 1)
    }

    @Test(
        "a graph that cannot run is refused with its line",
        arguments: [
            ("entry: nowhere\nnodes: {respond: {kind: respond}}\nedges: []\n", 1),
            ("entry: r\nnodes:\n  r: {kind: rooter}\nedges: []\n", 3),
            ("entry: r\nnodes:\n  r: {kind: router}\nedges:\n  - {from: r, when: branch, to: {faq: r}}\n", 5),
            ("- a\n", 1),
        ])
    func refused(text: String, line: Int) throws {
        var files = try PackFolder.dentist()
        files.contents["graph.yaml"] = Array(text.utf8)
        let error = try #require(throws: InvalidDocument.self) { try BusinessPack(files) }
        #expect(error.errors.allSatisfy { $0.file == "graph.yaml" })
        #expect(error.errors.contains { $0.line == line }, "\(error)")
    }
}
