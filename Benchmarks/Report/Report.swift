import Foundation

/// The table, for people and for programs.
struct Report: Sendable {
    let measurements: [Measurement]

    init(_ measurements: [Measurement]) {
        self.measurements = measurements
    }

    var isGood: Bool { measurements.allSatisfy(\.isGood) }

    /// A list of `{name, value, unit, limit, ok}`, one object a line; `value` is null where nothing could be measured.
    var json: String {
        let lines = measurements.map { one in
            let value = one.value.map { "\(($0 * 1000).rounded() / 1000)" } ?? "null"
            return """
                  {"name": "\(one.row.name)", "value": \(value), "unit": "\(one.row.unit)", \
                "limit": \(one.row.limit), "ok": \(one.isGood)}
                """
        }
        return "[\n" + lines.joined(separator: ",\n") + "\n]"
    }

    var table: String {
        let width = measurements.map(\.row.title.count).max() ?? 0
        func line(_ title: String, _ columns: [String], _ rest: String) -> String {
            title.padded(to: width) + columns.map { $0.padded(to: 12, left: true) }.joined() + rest
        }
        let rows = measurements.map { one in
            line(
                one.row.title, [Self.text(one.value, one.row), Self.text(one.row.limit, one.row)],
                (one.isGood ? "  ok      " : "  MISSED  ") + one.note)
        }
        return ([line("", ["measured", "limit"], "")] + rows).joined(separator: "\n")
    }

    /// Writes the JSON; the folder is made.
    func write(to path: String) throws {
        let file = URL(fileURLWithPath: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data((json + "\n").utf8).write(to: file)
    }

    private static func text(_ value: Double?, _ row: Row) -> String {
        guard let value else { return "—" }
        let decimals = row.limit > 0 && row.limit < 0.1 ? 3 : 2
        let number = value.formatted(decimals: row.unit == "ms" && row.limit >= 10 ? 0 : decimals)
        return row.unit == "ratio" ? number : "\(number) \(row.unit)"
    }
}

extension Double {
    /// In plain figures.
    func formatted(decimals: Int) -> String { String(format: "%.\(decimals)f", self) }
}

extension String {
    fileprivate func padded(to width: Int, left: Bool = false) -> String {
        let padding = String(repeating: " ", count: max(0, width - count))
        return left ? padding + self : self + padding
    }
}
