import Testing

@Suite("The size of functions") struct FunctionSizeTests {
    /// Every function of every file, with its file.
    static let all = Repository.files.flatMap { file in
        FunctionScanner.declarations(in: file).map { (file: file, function: $0) }
    }

    @Test("no function has more than 50 lines")
    func limit() {
        Finding.report(
            Self.all.filter { $0.function.lineCount > 50 }.map {
                $0.file.finding(
                    $0.function.line, "\($0.function.name) has \($0.function.lineCount) lines; the limit is 50")
            })
    }

    @Test("no function takes more than four parameters; initialisers of values may")
    func parameters() {
        Finding.report(
            Self.all.filter { $0.function.kind == "func" && $0.function.parameterCount > 4 }.map {
                $0.file.finding(
                    $0.function.line,
                    "\($0.function.name) takes \($0.function.parameterCount) parameters; the limit is 4")
            })
    }

    @Test("half of the functions have at most 8 lines, nine in ten at most 20")
    func distribution() {
        let counts = Self.all.filter { !$0.file.isTest }.map(\.function.lineCount)
        #expect(Distribution(counts).median <= 8)
        #expect(Distribution(counts).ninetieth <= 20)
    }

    @Test("functions are found and measured")
    func measuring() {
        let text = """
            protocol P { func required(a: Int) -> Int
                func other()
            }
            struct S {
                init(a: Int, b: [Int: String] = [:], c: (Int, Int) -> Void) {
                    self.init("}}{{ func no() {")
                }
                func one<T>(_ a: T, b: Dictionary<Int, Int>, then: (Int) -> Void) async throws
                    -> Int where T: P
                {
                    // func none() {
                    func inner() { print("\\(call(a, b))") }
                    return 1
                }
                func empty() {}
            }
            """
        let found = FunctionScanner.declarations(in: SourceFile(path: "x.swift", text: text))
        #expect(found.map(\.name) == ["", "one<T>", "inner", "empty"])
        #expect(found.map(\.lineCount) == [3, 7, 1, 1])
        #expect(found.map(\.parameterCount) == [3, 3, 0, 0])
        #expect(found.map(\.line) == [4, 7, 11, 14])
    }
}
