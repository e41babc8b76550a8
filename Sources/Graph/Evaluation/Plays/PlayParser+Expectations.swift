extension PlayParser {
    /// Reads a line of the third part.
    mutating func readExpectation(_ line: PlayLine<String>) {
        let words = line.value.split(separator: " ", maxSplits: 1).map(String.init)
        guard words.first?.lowercased() == "expect", words.count == 2 else {
            return fail(.unknownLine(line.value), at: line.line)
        }
        let rest = words[1].trimmed
        if let plain = Self.plain(rest.lowercased()) {
            play.expectations.append(PlayLine(line.line, plain))
        } else if rest.lowercased().hasPrefix("turns") {
            readTurns(rest, line.line)
        } else if let (word, value) = Self.field(rest) {
            readField(word, value, line)
        } else {
            fail(.unknownLine(line.value), at: line.line)
        }
    }

    private static func plain(_ text: String) -> Expectation? {
        switch text {
        case "no appointment": .noAppointment(nil)
        case "escalated": .escalated
        case "not escalated": .noEscalation
        case "ended": .ended
        case "not ended": .notEnded
        default: nil
        }
    }

    private static func row(_ word: String, _ pattern: AppointmentPattern) -> Expectation {
        switch word {
        case "appointment": .appointment(pattern)
        case "cancelled": .cancelled(pattern)
        case "moved": .moved(pattern)
        default: .noAppointment(pattern)
        }
    }

    private mutating func readTurns(_ text: String, _ line: Int) {
        let words = text.split(separator: " ")
        guard words.count == 3, words[1] == "<=", let count = Int(words[2]), (1...Self.maximumTurns).contains(count)
        else { return fail(.malformed("turns", expected: "'<=' and a number up to \(Self.maximumTurns)"), at: line) }
        play.expectations.append(PlayLine(line, .turns(count)))
    }

    private mutating func readField(_ word: String, _ value: String, _ line: PlayLine<String>) {
        let expected: String
        let expectation: Expectation?
        switch word {
        case "appointment", "no appointment", "cancelled", "moved":
            expected = AppointmentPattern.form
            expectation = AppointmentPattern(parsing: value).map { Self.row(word, $0) }
        case "intent":
            expected = "the name of an intent"
            expectation = value.isEmpty || value.contains(" ") ? nil : .intent(value)
        case "fact", "never":
            expected = "words"
            expectation = ReplyCheck(parsing: value).map { word == "fact" ? .fact($0) : .never($0) }
        case let word where word.hasPrefix("slot "):
            expected = "a value"
            let name = String(word.dropFirst("slot ".count)).trimmed
            expectation = name.isEmpty || value.isEmpty ? nil : .slot(name: name, value: value)
        default: return fail(.unknownLine(line.value), at: line.line)
        }
        guard let expectation else { return fail(.malformed(word, expected: expected), at: line.line) }
        play.expectations.append(PlayLine(line.line, expectation))
    }
}
