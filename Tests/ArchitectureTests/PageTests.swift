import Testing

@Suite("Module pages") struct PageTests {
    @Test("every room opens with a page that says what it is, assumes, leaves out and promises", arguments: House.rooms)
    func page(_ room: House.Room) throws {
        let names = [room.name, String(room.folder.split(separator: "/").last ?? "")]
        let page = try #require(
            Repository.files(of: room).first { names.contains($0.name) && $0.lines.first?.hasPrefix("// # ") == true },
            "\(room.path)/\(names[0]).swift:1: the page of the module is missing")
        let text = page.lines.prefix { $0.hasPrefix("//") }.joined(separator: "\n").lowercased()
        for part in ["assumes", "out of scope", "law"] where !text.contains(part) {
            Issue.record("\(page.path):1: the page does not say: \(part)")
        }
    }
}
