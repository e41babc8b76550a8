import ArgumentParser
import Conversation
import Dealership
import Document
import Engine
import Foundation
import Pack

/// Prints the conversation graph.
struct GraphCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "graph",
        abstract: "Print the conversation graph.",
        discussion: """
            Mermaid text can be pasted into any Markdown page; solid arrows are always taken, dotted ones by their \
            condition.
            """)

    @Flag(help: "Print a Mermaid flow chart (the default).")
    var mermaid = false

    @Flag(help: "Print the nodes and edges as JSON.")
    var json = false

    @OptionGroup var business: BusinessOptions

    func validate() throws {
        if mermaid && json { throw ValidationError("--mermaid and --json exclude each other.") }
    }

    func run() async throws {
        let graph = try ConversationGraph(business.pack().domain).compile()
        if json {
            Console.print(try JSON(encoding: graph.outline).text)
        } else {
            Console.print(graph.mermaid().trimmingCharacters(in: .newlines))
        }
    }
}
