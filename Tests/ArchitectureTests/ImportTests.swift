import Testing

@Suite("Who stands on whom") struct ImportTests {
    @Test("a room imports only what is below it", arguments: House.rooms)
    func order(_ room: House.Room) {
        let own = Set(House.rooms.map(\.name))
        let below = House.allBelow(room)
        Finding.report(
            Repository.files(of: room).flatMap { file in
                file.imports.compactMap { line, module in
                    if own.contains(module) {
                        return below.contains(module) ? nil : file.finding(line, "\(room.name) is not above \(module)")
                    }
                    guard room.isCore, !room.foreign.contains(module) else { return nil }
                    return file.finding(line, "the core \(room.name) may not import \(module)")
                }
            })
    }

    @Test("no room stands on itself")
    func noCycles() {
        for room in House.rooms { #expect(!House.allBelow(room).contains(room.name)) }
    }

    @Test("every target of the package has its place in the house")
    func complete() throws {
        let manifest = try #require(Repository.text(of: "Package.swift"))
        let declared = manifest.matches(of: /room\(\s*"(\w+)", at: "([\w\/]+)"/).map { "\($0.1) at \($0.2)" }
        let known = House.rooms.filter { !House.programs.contains($0.name) }.map { "\($0.name) at \($0.folder)" }
        #expect(Set(declared) == Set(known))
        #expect(declared.count == known.count)
    }

    @Test("every source file lies in a room")
    func noHomeless() {
        let folders = House.rooms.map { "\($0.path)/" }
        Finding.report(
            Repository.sources.filter { file in !folders.contains { file.path.hasPrefix($0) } }
                .map { $0.finding(0, "no room of the house has this folder") })
    }
}

extension SourceFile {
    /// Imported modules with their lines; of a submodule the module.
    fileprivate var imports: [(line: Int, module: String)] {
        let kinds: Set = ["struct", "enum", "class", "func", "protocol", "typealias", "var", "let"]
        return words.enumerated().compactMap { line, words in
            guard let keyword = words.firstIndex(where: { $0.text == "import" }) else { return nil }
            return words[(keyword + 1)...].first { !kinds.contains($0.text) }.map { (line, $0.text) }
        }
    }
}
