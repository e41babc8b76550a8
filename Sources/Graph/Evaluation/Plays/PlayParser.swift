/// Reads a play. Collects everything that is wrong with it before it gives up.
package struct PlayParser {
    /// Turns of the caller, silences included.
    package static let maximumTurns = 200
    /// Bytes.
    package static let maximumLength = 256 * 1024

    private enum Part: Int {
        case setting, course, expectations
    }

    var play: Play
    var faults: [PlayLine<PlayFault>] = []
    /// The words of the setting that were there already.
    var seen: Set<String> = []
    private var part = Part.setting

    /// Reads the bytes of a file.
    package static func play(from bytes: [UInt8], path: String) throws(InvalidPlay) -> Play {
        func fail(_ fault: PlayFault) -> InvalidPlay { InvalidPlay(path: path, faults: [PlayLine(1, fault)]) }
        guard bytes.count <= maximumLength else { throw fail(.tooLong) }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw fail(.notUTF8) }
        return try play(from: text, path: path)
    }

    package static func play(from text: String, path: String) throws(InvalidPlay) -> Play {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { String($0).trimmed }
        var parser = PlayParser(title: lines.first ?? "", path: path)
        for (index, line) in lines.enumerated().dropFirst() { parser.read(PlayLine(index + 1, line)) }
        parser.finish(at: lines.count)
        guard parser.faults.isEmpty else { throw InvalidPlay(path: path, faults: parser.faults) }
        return parser.play
    }

    private init(title line: String, path: String) {
        let title = line.hasPrefix("#") ? String(line.drop { $0 == "#" }).trimmed : ""
        play = Play(title: title, path: path)
        if title.isEmpty { fail(.noTitle, at: 1) }
    }

    mutating func fail(_ fault: PlayFault, at line: Int) {
        faults.append(PlayLine(line, fault))
    }

    private mutating func read(_ line: PlayLine<String>) {
        guard !line.value.isEmpty, !line.value.hasPrefix("#") else { return }
        if line.value.count >= 3, line.value.allSatisfy({ $0 == "-" }) {
            guard let next = Part(rawValue: part.rawValue + 1) else { return fail(.extraPart, at: line.line) }
            part = next
            return
        }
        switch part {
        case .setting: readSetting(line)
        case .course: readCourse(line)
        case .expectations: readExpectation(line)
        }
    }

    private mutating func finish(at line: Int) {
        if part != .expectations { fail(.unfinished, at: line) }
        var turns = 0
        var checks = 0
        for step in play.steps {
            switch step.value {
            case .says, .silence: turns += 1
            case .check: checks += 1
            case .task, .later, .taken: break
            }
        }
        if turns == 0, faults.isEmpty { fail(.noCaller, at: line) }
        if turns > Self.maximumTurns { fail(.tooManyTurns, at: line) }
        if checks + play.expectations.count == 0, faults.isEmpty { fail(.nothingExpected, at: line) }
    }

    /// Divides `word: rest`; `nil` without a colon.
    static func field(_ text: String) -> (word: String, rest: String)? {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        return (String(text[..<colon]).trimmed.lowercased(), String(text[text.index(after: colon)...]).trimmed)
    }
}
