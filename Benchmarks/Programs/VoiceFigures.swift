import Document
import Foundation

/// The figures of a `parley eval --voice`, run as a program of its own.
struct VoiceFigures {
    private let figures: [JSON]

    /// - Parameter options: beside `eval --voice --json`.
    init(_ options: [String], within limit: Duration) throws {
        let workshop = try Workshop()
        defer { workshop.close() }
        let child = try workshop.start(["eval", "--voice", "--json"] + options)
        // It ends with a failure when a bar is missed: its figures say so.
        let line = try child.line(within: limit) { $0.hasPrefix("{") }
        figures = try JSON(parsing: line)["figures"]?.elements ?? []
    }

    func figure(_ name: String) throws -> Figure {
        guard let found = figures.first(where: { $0["name"]?.string == name }), let value = found["value"]?.double
        else {
            throw BenchFailure("no \(name) was measured")
        }
        return Figure(value: value, note: found["note"]?.string ?? "")
    }
}
