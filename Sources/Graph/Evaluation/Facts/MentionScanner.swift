import Conversation

/// Finds the mentions in a clause, from left to right; at each word the first reader that understands it wins.
struct MentionScanner {
    let clause: Clause
    let vocabulary: FactVocabulary

    var words: [Clause.Word] { clause.words }

    static func mentions(in clause: Clause, _ vocabulary: FactVocabulary) -> [Mention] {
        let scanner = MentionScanner(clause: clause, vocabulary: vocabulary)
        var mentions: [Mention] = []
        var index = 0
        while index < clause.words.count {
            guard let mention = scanner.mention(at: index) else {
                index += 1
                continue
            }
            mentions.append(mention)
            index = max(mention.words.upperBound, index + 1)
        }
        return mentions
    }

    private func mention(at index: Int) -> Mention? {
        known(index) ?? email(index) ?? phone(index) ?? time(index) ?? date(index) ?? duration(index) ?? money(index)
            ?? number(index) ?? code(index) ?? name(index)
    }

    func lower(_ index: Int) -> String? { clause.lower(at: index) }

    private func known(_ index: Int) -> Mention? {
        vocabulary.match(words[index...].map(\.lower)).map { Mention($0.kind, index..<index + $0.length) }
    }

    /// `maria@example.com`, `maria dot garcia at example dot com`.
    private func email(_ index: Int) -> Mention? {
        if words[index].text.contains("@") { return Mention(.email(words[index].lower), index..<index + 1) }
        var end = index + 1
        var address = words[index].lower
        while lower(end) == "dot", let next = lower(end + 1) {
            address += "." + next
            end += 2
        }
        guard lower(end) == "at", let host = lower(end + 1), lower(end + 2) == "dot" else { return nil }
        address += "@" + host
        end += 2
        while lower(end) == "dot", let next = lower(end + 1) {
            address += "." + next
            end += 2
        }
        return Mention(.email(address), index..<end)
    }

    /// Three single figures or more in a row, or figures in the groups of a phone number.
    private func phone(_ index: Int) -> Mention? {
        var end = index
        var groups: [String] = []
        while end < words.count, let group = Self.group(words[end].lower) {
            groups.append(group)
            end += 1
        }
        let isSpelled = groups.count >= 3 && groups.allSatisfy { $0.count == 1 }
        let digits = groups.joined()
        let isGrouped = groups.first.map { (3...15).contains($0.count) } ?? false
        guard isSpelled || (isGrouped && (7...15).contains(digits.count)), !["am", "pm"].contains(lower(end)) else {
            return nil
        }
        return Mention(.digits(digits), index..<end)
    }

    /// The figures of a part of a phone number: `5`, `five`, `(512)`, `555-0199`.
    private static func group(_ word: String) -> String? {
        if let unit = SpokenNumber.units[word], unit < 10 { return String(unit) }
        let bare = word.filter { !"+()-.".contains($0) }
        guard !bare.isEmpty, bare.allSatisfy({ $0.isASCII && $0.isNumber }), !word.contains(",") else { return nil }
        return bare
    }

    private func money(_ index: Int) -> Mention? {
        if words[index].text.hasPrefix("$") {
            let bare = Clause.Word(
                text: "", lower: String(words[index].lower.dropFirst()), isFirst: false, hasComma: false)
            guard let number = SpokenNumber([bare], at: 0) else { return nil }
            return Mention(.money(number.hundredths), index..<index + 1)
        }
        guard let number = SpokenNumber(words, at: index) else { return nil }
        let end = index + number.length
        let next = lower(end) ?? ""
        if next.hasPrefix("dollar") || next == "bucks" { return Mention(.money(number.hundredths), index..<end + 1) }
        // `between 49 and 89 dollars`: the first of the two is money as well.
        guard ["and", "to", "or"].contains(next), let second = SpokenNumber(words, at: end + 1),
            (lower(end + 1 + second.length) ?? "").hasPrefix("dollar")
        else { return nil }
        return Mention(.money(number.hundredths), index..<end)
    }

    private func number(_ index: Int) -> Mention? {
        let word = words[index].lower
        if word.hasSuffix("%"), let value = Int(word.dropLast()) {
            return Mention(.number(value, isWord: false), index..<index + 1)
        }
        guard let number = SpokenNumber(words, at: index), let whole = number.whole else { return nil }
        return Mention(.number(whole, isWord: number.isWords), index..<index + number.length)
    }

    private func code(_ index: Int) -> Mention? {
        let text = words[index].text.filter { $0 != "-" }
        guard text.contains(where: \.isNumber), text.contains(where: \.isLetter) else { return nil }
        return Mention(.code(text.lowercased()), index..<index + 1)
    }

    /// A capital within a sentence; at its beginning only where a name is addressed or does something.
    private func name(_ index: Int) -> Mention? {
        let word = words[index]
        let bare = word.lower.hasSuffix("'s") ? String(word.lower.dropLast(2)) : word.lower
        guard word.isCapitalized, !word.lower.hasPrefix("i'"), !vocabulary.ordinary.contains(bare) else { return nil }
        if word.isFirst {
            let next = lower(index + 1) ?? ""
            let acts = ["is", "will", "can", "has", "from", "would"].contains(next) || word.hasComma
            guard acts, !FactVocabulary.starters.contains(bare) else { return nil }
        }
        return Mention(.name(bare), index..<index + 1)
    }
}
