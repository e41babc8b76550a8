import Testing

@Suite("Names and order in files") struct NamingTests {
    @Test("no type is named after its vagueness")
    func vague() {
        Finding.report(
            Repository.files.flatMap { file in
                file.types.compactMap { type in
                    ["Manager", "Helper", "Helpers", "Utils", "Util", "Base", "Impl"].first { type.name.hasSuffix($0) }
                        .map { file.finding(type.line, "\(type.name) ends in \($0)") }
                }
            })
    }

    @Test("a file declares one type, beside private ones")
    func oneType() {
        Finding.report(
            Repository.sources.flatMap { file in
                file.types.filter { $0.isTopLevel && !$0.isPrivate }.dropFirst()
                    .map { file.finding($0.line, "\($0.name) deserves a file of its own") }
            })
    }

    @Test("every type says what it is")
    func documented() {
        Finding.report(
            Repository.sources.flatMap { file in
                file.types.filter { $0.isTopLevel && !file.isDocumented(before: $0.line) }
                    .map { file.finding($0.line, "\($0.name) has no `///`") }
            })
    }

    @Test("nothing is `public`")
    func noPublic() {
        Finding.report(
            Repository.files.flatMap { file in
                file.words.indices.filter { file.words[$0].containsPublicAccess }
                    .map { file.finding($0, "`package` is as far as anything is seen") }
            })
    }

    @Test("nothing is forced")
    func noForce() {
        Finding.report(
            Repository.files.flatMap { file in
                file.lines(where: { ["try", "as"].contains($0.text) && $0.after == UInt8(ascii: "!") })
                    .map { file.finding($0, "a forced `try` or `as` traps on what it did not expect") }
            })
    }

    @Test("nothing is left to do")
    func noReminders() {
        // Written apart, so that this file passes.
        let marks = ["TO" + "DO", "FIX" + "ME", "X" + "XX"]
        Finding.report(
            Repository.files.flatMap { file in
                file.lines.enumerated().filter { line in
                    Word.words(of: line.element).contains { marks.contains($0.text) }
                }.map { file.finding($0.offset, "unfinished work is not committed") }
            })
    }
}

extension SourceFile {
    /// Whether a `///` stands above the line, attributes in between allowed.
    fileprivate func isDocumented(before line: Int) -> Bool {
        let above = lines[..<line].reversed().first { !$0.drop { $0 == " " }.hasPrefix("@") }
        return above?.drop { $0 == " " }.hasPrefix("///") ?? false
    }

    /// The lines with a word of that kind.
    fileprivate func lines(where matches: (Word) -> Bool) -> [Int] {
        words.indices.filter { words[$0].contains(where: matches) }
    }
}

extension [Word] {
    /// `public`, or `open` before a declaration.
    fileprivate var containsPublicAccess: Bool {
        let declarations: Set = ["class", "func", "var", "init", "subscript", "override"]
        return contains { $0.text == "public" }
            || zip(self, dropFirst()).contains { $0.text == "open" && declarations.contains($1.text) }
    }
}
