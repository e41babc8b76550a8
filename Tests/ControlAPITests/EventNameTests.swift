import Foundation
import Surface
import Testing

/// Read from the sources, so that no event is written that the AsyncAPI document does not know.
@Suite("Names of events")
struct EventNameTests {
    /// The ways in which sources write an event by its name.
    private static let writers = [
        #"extra\(\s*type: "([^"]+)""#, #"record\(\s*type: "([^"]+)""#, #"journal\.note\(\s*"([^"]+)""#,
    ]

    @Test("every event that a source writes by its name is described", arguments: writers)
    func described(writer: String) throws {
        let known = Set(EventKind.all.filter { $0.sender == .server }.map(\.type))
        let written = try Self.names(writer)
        #expect(written.count > 4)
        #expect(written.subtracting(known).isEmpty)
    }

    @Test("no type of frame is described twice for the same sender")
    func distinct() {
        for sender in [EventKind.Sender.server, .client] {
            let types = EventKind.all.filter { $0.sender == sender }.map(\.type)
            #expect(Set(types).count == types.count)
        }
    }

    private static func names(_ writer: String) throws -> Set<String> {
        let pattern = try Regex(writer, as: (Substring, Substring).self)
        let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".swift") }
        return try paths.reduce(into: []) { names, path in
            let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
            names.formUnion(text.matches(of: pattern).map { String($0.output.1) })
        }
    }
}
