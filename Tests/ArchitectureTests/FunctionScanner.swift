/// Finds function declarations in blanked code by counting brackets.
struct FunctionScanner {
    private let code: [UInt8]
    private var position = 0
    private var line = 0

    private static let keywords = ["func", "init", "deinit", "subscript"]
    private static let openings = Array("([{".utf8)
    private static let closings = Array(")]}".utf8)

    static func declarations(in file: SourceFile) -> [FunctionDeclaration] {
        var scanner = FunctionScanner(code: Array(file.code.joined(separator: "\n").utf8))
        return scanner.scan()
    }

    private init(code: [UInt8]) {
        self.code = code
    }

    private mutating func scan() -> [FunctionDeclaration] {
        var found: [FunctionDeclaration] = []
        while position < code.count {
            if Word.isWord(code[position]) {
                // Functions inside functions are found, too: only the keyword is passed over.
                if let kind = takeWord(), let declaration = declaration(kind) { found.append(declaration) }
            } else {
                if code[position] == UInt8(ascii: "\n") { line += 1 }
                position += 1
            }
        }
        return found
    }

    /// Passes over a word; returns it when it begins a declaration.
    private mutating func takeWord() -> String? {
        let start = position
        while position < code.count, Word.isWord(code[position]) { position += 1 }
        guard (4...9).contains(position - start), start == 0 || code[start - 1] != UInt8(ascii: ".") else { return nil }
        let word = String(decoding: code[start..<position], as: UTF8.self)
        return Self.keywords.contains(word) ? word : nil
    }

    private func declaration(_ kind: String) -> FunctionDeclaration? {
        let stops = Array("({\n}".utf8)
        let nameEnd = code[position...].firstIndex { stops.contains($0) } ?? code.count
        let name = String(decoding: code[position..<nameEnd], as: UTF8.self).filter { !$0.isWhitespace }
        var index = nameEnd
        var parameters = 0
        if index < code.count, code[index] == UInt8(ascii: "(") {
            let end = closing(index)
            parameters = Self.count(parametersIn: code[(index + 1)..<max(end, index + 1)])
            index = end + 1
        }
        guard let open = bodyStart(from: index) else { return nil }
        let body = code[position..<closing(open)]
        return FunctionDeclaration(
            kind: kind, name: name, line: line, lineCount: 1 + body.count { $0 == UInt8(ascii: "\n") },
            parameterCount: parameters)
    }

    /// The brace that opens the body; `nil` for a requirement or a call.
    private func bodyStart(from start: Int) -> Int? {
        var index = start
        while index < code.count {
            switch code[index] {
            case UInt8(ascii: "{"): return index
            case UInt8(ascii: "}"), UInt8(ascii: ";"), UInt8(ascii: "="): return nil
            case UInt8(ascii: "("): index = closing(index)
            case UInt8(ascii: "\n"): if !continuesSignature(behind: index) { return nil }
            default: break
            }
            index += 1
        }
        return nil
    }

    private func continuesSignature(behind newline: Int) -> Bool {
        let next = code[newline...].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }.prefix(5)
        let text = String(decoding: next, as: UTF8.self)
        return ["{", "->", "where", "async", "throw", "rethr"].contains { text.hasPrefix($0) }
    }

    /// The index of the bracket that closes the one at `start`; the end when none does.
    private func closing(_ start: Int) -> Int {
        var depth = 0
        for index in start..<code.count {
            if Self.openings.contains(code[index]) { depth += 1 }
            if Self.closings.contains(code[index]) { depth -= 1 }
            if depth == 0 { return index }
        }
        return code.count
    }

    private static func count(parametersIn list: ArraySlice<UInt8>) -> Int {
        var depth = 0
        var commas = 0
        var last = UInt8(ascii: " ")
        for byte in list {
            let isArrow = byte == UInt8(ascii: ">") && last == UInt8(ascii: "-")
            if openings.contains(byte) || byte == UInt8(ascii: "<") { depth += 1 }
            if closings.contains(byte) || (byte == UInt8(ascii: ">") && !isArrow) { depth -= 1 }
            if byte == UInt8(ascii: ","), depth == 0 { commas += 1 }
            last = byte
        }
        return list.contains { Word.isWord($0) } ? commas + 1 : 0
    }
}
