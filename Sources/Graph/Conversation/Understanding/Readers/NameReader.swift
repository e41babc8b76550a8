/// Names of people: "my name is john smith", "this is maria garcia", or the bare name when it was asked for.
///
/// Titles are left out, what is spelled replaces what was heard, and parts that are joined stay joined: "smith jones" with
/// a hyphen, "o'neil". In lower case, at most five words.
struct NameReader {
    /// Whether the agent has just asked for a name.
    let isExpected: Bool

    private static let introductions: [Phrase] = [
        "my name is", "my name's", "the name is", "the name's", "name is", "name's", "call me", "under the name of",
        "under the name", "i'm called", "last name is", "first name is", "full name is", "last name", "surname is",
        "speaking to", "speaking with", "talking to", "i go by", "name of", "my name", "name should be", "name must be",
        "husband's name", "wife's name", "son's name", "daughter's name", "mother's name", "father's name",
        "mom's name", "dad's name", "in the name of",
    ]
    /// Introduce a name only when one was asked for, or when nothing else follows.
    private static let weak: [Phrase] = [
        "this is", "it's", "it is", "i'm", "i am", "that's", "that is", "for", "under", "i said", "i meant", "be",
        "the person is", "put down", "say",
    ]

    func read(_ wording: Wording) -> String? {
        read(wording.words, wording.breaks)
    }

    /// Words that other readers took are blank.
    func read(_ words: [String], _ breaks: [Wording.Break]) -> String? {
        if let name = named(in: words, breaks) { return name }
        for introduction in Self.introductions {
            guard let place = words.range(of: introduction) else { continue }
            // "Am i talking to a person".
            if introduction.words.last == "to", !isExpected, words.at(place.lowerBound - 1) != "you're" { continue }
            if let name = name(words, breaks, from: place.upperBound) { return name }
        }
        for introduction in Self.weak.prefix(isExpected ? Self.weak.count : 1) {
            guard let place = words.range(of: introduction), SpelledName(words, place.upperBound) == nil,
                let name = name(words, breaks, from: place.upperBound)
            else { continue }
            if name.contains(" ") { return name }
            // "It's tyler, it's tyler brooks".
            let rest = words[..<place.upperBound].map { _ in "" } + words[place.upperBound...]
            if isExpected { return repeated(name, after: introduction, rest, breaks) ?? name }
        }
        return isExpected ? name(words, breaks, from: 0) : Self.spelled(words)
    }

    /// First and last name, each called so: "the last name is nguyen, first name tom".
    private func named(in words: [String], _ breaks: [Wording.Break]) -> String? {
        guard let first = words.range(of: "first name"),
            let last = words.range(of: "last name") ?? words.range(of: "surname"),
            let given = part(words, breaks, at: first), let family = part(words, breaks, at: last)
        else { return nil }
        return given + " " + family
    }

    /// The part of a name that is called so there: "my first name is harper", "lee is my last name".
    private func part(_ words: [String], _ breaks: [Wording.Break], at place: Range<Int>) -> String? {
        let owner = place.lowerBound - 1
        let word = words.at(owner - 2)
        let isBehind = ["my", "the", "his", "her"].contains(words.at(owner)) && words.at(owner - 1) == "is"
        if isBehind, word.count > 1, isName(word) { return word }
        return name(words, breaks, from: place.upperBound)
    }

    /// A word with its own spelling behind it, which is a name whatever was asked: "it's marsh, m a r s h".
    private static func spelled(_ words: [String]) -> String? {
        for index in words.indices.dropFirst() where words[index - 1].count > 2 {
            guard words[index - 1].first == words[index].first, let spelled = SpelledName(words, index) else {
                continue
            }
            return spelled.text
        }
        return nil
    }

    /// The same name again, and more of it.
    private func repeated(
        _ name: String, after introduction: Phrase, _ words: [String], _ breaks: [Wording.Break]
    ) -> String? {
        guard let place = words.range(of: introduction) else { return nil }
        return self.name(words, breaks, from: place.upperBound).flatMap { $0.hasPrefix(name + " ") ? $0 : nil }
    }

    private func name(_ words: [String], _ breaks: [Wording.Break], from start: Int) -> String? {
        var index = start
        while index < words.count, NameWords.fillers.contains(words[index]) { index += 1 }
        var parts: [String] = []
        while index < words.count, parts.count < 6 {
            // A name ends with its sentence.
            if !parts.isEmpty, breaks[index] == .stop { break }
            if let spelled = SpelledName(words, index) {
                parts = spelled.correcting(parts)
                index = spelled.end
                continue
            }
            let word = words[index]
            if NameWords.titles.contains(word)
                || (NameWords.links.contains(word) && SpelledName(words, index + 1) != nil)
            {
                index += 1
                continue
            }
            if NameWords.endings.contains(word) || word.isEmpty { break }
            guard isName(word) || (!parts.isEmpty && NameWords.surnames.contains(word)) else { return nil }
            take(word, &parts, isJoined: breaks[index] == .hyphen)
            index += 1
        }
        return finished(parts)
    }

    private func take(_ word: String, _ parts: inout [String], isJoined: Bool) {
        if word == "hyphen" || word == "dash" {
            if let last = parts.popLast() { parts.append(last + "-") }
        } else if let last = parts.last, isJoined || last.hasSuffix("-") {
            parts[parts.count - 1] = last.hasSuffix("-") ? last + word : last + "-" + word
        } else if parts.last == "o" {
            parts[parts.count - 1] = "o'" + word
        } else {
            parts.append(word)
        }
    }

    private func finished(_ parts: [String]) -> String? {
        guard (1...5).contains(parts.count) else { return nil }
        guard parts.count > 1 || (parts.first?.count ?? 0) > 1 else { return nil }
        // "Bond james bond".
        if parts.count == 3, parts[0] == parts[2] { return parts.dropFirst().joined(separator: " ") }
        return parts.joined(separator: " ")
    }

    private func isName(_ word: String) -> Bool {
        !NameWords.notNames.contains(word) && (Weekday(name: word) == nil)
            && word.allSatisfy { $0.isLetter || $0 == "'" }
    }
}
