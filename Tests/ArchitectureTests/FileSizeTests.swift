import Testing

@Suite("The size of files") struct FileSizeTests {
    @Test("no file has more than 400 lines")
    func limit() {
        Finding.report(
            Repository.files.filter { $0.lines.count > 400 }
                .map { $0.finding(400, "\($0.lines.count) lines; the limit is 400") })
    }

    @Test("half of the files have at most 100 lines, nine in ten at most 250", arguments: ["Sources", "Tests"])
    func distribution(_ folder: String) {
        let counts = Repository.files.filter { $0.path.hasPrefix(folder) }.map(\.lines.count)
        #expect(Distribution(counts).median <= 100)
        #expect(Distribution(counts).ninetieth <= 250)
    }
}
