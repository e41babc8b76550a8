/// A conversation as it is written down: how things stand, what the caller says, and what must have come of it.
package struct Play: Hashable, Sendable {
    package let title: String
    /// Where it was read from, such as `booking/oil-change.play`.
    package let path: String
    package var setting = PlaySetting()
    package var steps: [PlayStep] = []
    package var expectations: [PlayLine<Expectation>] = []

    package init(title: String, path: String) {
        self.title = title
        self.path = path
    }

    /// The folder the play lies in: what the report groups by. Empty for a file that lies in none.
    package var folder: String {
        path.split(separator: "/").dropLast().joined(separator: "/")
    }

    /// The file's name without its ending.
    package var name: String {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        return file.hasSuffix(".play") ? String(file.dropLast(".play".count)) : file
    }
}
