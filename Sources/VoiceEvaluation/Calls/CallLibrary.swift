package import Evaluation
package import FoundationEssentials

/// Spoken plays from files and folders.
package struct CallLibrary: Sendable {
    package private(set) var calls: [SpokenPlay] = []
    package private(set) var unreadable: [InvalidPlay] = []

    package init() {}

    /// Adds every `.call` below a folder, or one file, in the order of their paths.
    package mutating func add(_ path: String) throws(CocoaError) {
        let files = FileManager.default
        var isFolder = false
        guard files.fileExists(atPath: path, isDirectory: &isFolder) else { throw CocoaError(.fileNoSuchFile) }
        guard isFolder else { return read(path, named: path.split(separator: "/").last.map(String.init) ?? path) }
        let folder = URL(filePath: path).resolvingSymlinksInPath().path
        let names = (try? files.subpathsOfDirectory(atPath: folder)) ?? []
        for name in names.filter({ $0.hasSuffix(".call") }).sorted() { read(folder + "/" + name, named: name) }
    }

    private mutating func read(_ path: String, named name: String) {
        do throws(InvalidPlay) {
            calls.append(
                try SpokenPlay.read(FileManager.default.contents(atPath: path).map(Array.init) ?? [], path: name))
        } catch {
            unreadable.append(error)
        }
    }

    /// Keeps those whose path or title has the words.
    package mutating func keep(_ words: String) {
        func has(_ text: String) -> Bool { text.lowercased().contains(words.lowercased()) }
        calls.removeAll { !has($0.play.path) && !has($0.play.title) }
        unreadable.removeAll { !has($0.path) }
    }
}
