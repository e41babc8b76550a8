package import FoundationEssentials

/// Plays from files and folders.
package struct PlayLibrary: Sendable {
    package private(set) var plays: [Play] = []
    package private(set) var unreadable: [InvalidPlay] = []

    /// Every `.play` below a folder, or one file, in the order of their paths. A play's path is relative to the folder.
    package init(at path: String) throws(CocoaError) {
        try add(path)
    }

    package init() {}

    package mutating func add(_ path: String) throws(CocoaError) {
        let files = FileManager.default
        var isFolder = false
        guard files.fileExists(atPath: path, isDirectory: &isFolder) else { throw CocoaError(.fileNoSuchFile) }
        guard isFolder else { return read(path, named: path.split(separator: "/").last.map(String.init) ?? path) }
        // What lies behind a link is not listed unless the link is followed first.
        let folder = URL(filePath: path).resolvingSymlinksInPath().path
        let names = (try? files.subpathsOfDirectory(atPath: folder)) ?? []
        for name in names.filter({ $0.hasSuffix(".play") }).sorted() { read(folder + "/" + name, named: name) }
    }

    private mutating func read(_ path: String, named name: String) {
        let bytes = FileManager.default.contents(atPath: path).map(Array.init) ?? []
        do throws(InvalidPlay) {
            plays.append(try PlayParser.play(from: bytes, path: name))
        } catch {
            unreadable.append(error)
        }
    }

    /// Keeps those whose path or title has the words.
    package mutating func keep(_ words: String) {
        let plain = PlainText(words)
        plays.removeAll { !PlainText($0.path).contains(plain) && !PlainText($0.title).contains(plain) }
        unreadable.removeAll { !PlainText($0.path).contains(plain) }
    }
}
