extension PlayParser {
    private static let stageForm = "[silence], [task …], [later N min] or [repeat N WORDS]"

    /// Reads a line of the second part.
    mutating func readCourse(_ line: PlayLine<String>) {
        guard let (word, rest) = Self.field(line.value) else { return fail(.unknownLine(line.value), at: line.line) }
        switch word {
        case "caller":
            guard !rest.isEmpty else { return fail(.malformed(word, expected: "what the caller says"), at: line.line) }
            guard let action = Self.act(rest) else {
                return fail(.malformed(word, expected: Self.stageForm), at: line.line)
            }
            play.steps.append(PlayStep(line.line, action))
        case "agent":
            guard let check = Self.check(rest) else {
                return fail(.malformed(word, expected: "'~' or '!~' and words"), at: line.line)
            }
            play.steps.append(PlayStep(line.line, .check(check)))
        case "taken":
            guard let pattern = AppointmentPattern(parsing: rest), pattern.isBookable else {
                return fail(.malformed(word, expected: AppointmentPattern.form), at: line.line)
            }
            play.steps.append(PlayStep(line.line, .taken(pattern)))
        default: fail(.unknownLine(line.value), at: line.line)
        }
    }

    private static func check(_ text: String) -> ReplyCheck? {
        if text.hasPrefix("!~") { return ReplyCheck(parsing: text.dropFirst(2), isForbidding: true) }
        return text.hasPrefix("~") ? ReplyCheck(parsing: text.dropFirst()) : nil
    }

    /// What the caller does: says something, or what stands between brackets.
    private static func act(_ text: String) -> PlayAction? {
        guard text.hasPrefix("["), text.hasSuffix("]") else { return .says(text) }
        let words = text.dropFirst().dropLast().split(separator: " ").map(String.init)
        guard let verb = words.first?.lowercased() else { return nil }
        switch verb {
        case "silence": return words.count == 1 ? .silence : nil
        case "task": return end(words.dropFirst()).map(PlayAction.task)
        case "later": return seconds(Array(words.dropFirst())).map(PlayAction.later)
        case "repeat": return chant(Array(words.dropFirst()))
        default: return nil
        }
    }

    private static func end(_ words: ArraySlice<String>) -> TaskEnd? {
        let name = words.dropFirst().joined(separator: " ")
        switch (words.first?.lowercased(), name.isEmpty) {
        case ("available", false): return .available(name)
        case ("callback", true): return .callback
        case ("failed", true): return .failed
        default: return nil
        }
    }

    private static func seconds(_ words: [String]) -> Int? {
        guard words.count == 2, let count = Int(words[0]), (1...100_000).contains(count) else { return nil }
        switch words[1].lowercased() {
        case "s", "sec", "second", "seconds": return count
        case "min", "minute", "minutes": return count * 60
        case "h", "hour", "hours": return count * 3_600
        case "day", "days": return count * 86_400
        default: return nil
        }
    }

    private static func chant(_ words: [String]) -> PlayAction? {
        guard let count = words.first.flatMap({ Int($0) }), (1...20_000).contains(count), words.count > 1 else {
            return nil
        }
        let verse = words.dropFirst().joined(separator: " ")
        return .says(Array(repeating: verse, count: count).joined(separator: " "))
    }
}
