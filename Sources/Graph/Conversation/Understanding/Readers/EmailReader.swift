/// Addresses of mail: `j.doe@example.org`, "john dot smith at gmail dot com", "m underscore g at my dash firm dot co dot uk".
enum EmailReader {
    /// The address in a typed chunk without spaces; `nil` when it has none.
    static func typed(_ chunk: [Unicode.Scalar]) -> String? {
        let allowed = chunk.prefix(254).map { scalar -> Character in
            scalar.isWordLike || "@.-_+".unicodeScalars.contains(scalar) ? Character(scalar) : " "
        }
        for candidate in String(allowed).lowercased().split(separator: " ") where candidate.contains("@") {
            let address = candidate.trimming { ".-_+".contains($0) }
            let parts = address.split(separator: "@", omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty, isDomain(parts[1]) else { continue }
            return String(address)
        }
        return nil
    }

    private static func isDomain(_ text: Substring) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2 && labels.allSatisfy { !$0.isEmpty } && (labels.last?.count ?? 0) >= 2
    }

    /// The first address in an utterance. `isExpected`: it was asked for, so it may begin with the first word.
    static func read(_ words: [String], isExpected: Bool) -> Reading<String>? {
        if let place = words.firstIndex(where: { $0.contains("@") }) {
            return Reading(value: words[place], range: place..<(place + 1))
        }
        for (index, word) in words.enumerated() where word == "at" && index > 0 {
            guard let domain = domain(words, index + 1), let local = local(words, before: index) else { continue }
            return Reading(
                value: "\(local.value)@\(domain.value)", range: local.range.lowerBound..<domain.range.upperBound)
        }
        return nil
    }

    private static let signs = [
        "dot": ".", "point": ".", "period": ".", "underscore": "_", "dash": "-", "hyphen": "-", "minus": "-",
        "plus": "+",
    ]

    // MARK: Behind the at

    private static func domain(_ words: [String], _ start: Int) -> Reading<String>? {
        var text = ""
        var index = start
        var hasDot = false
        while index < words.count, index - start < 12, !words[index].isEmpty {
            if words[index] == "dot" || words[index] == "point" {
                guard !text.isEmpty else { return nil }
                hasDot = true
                text += "."
            } else if hasDot, text.last != "." {
                break
            } else if let sign = signs[words[index]] {
                text += sign
            } else if words[index].allSatisfy({ $0.isLetter || $0.isNumber }) {
                text += DigitWords.digit(words[index]) ?? words[index]
            } else {
                break
            }
            index += 1
            // A label ends with its word; only letters that are spelled go on.
            if hasDot, text.last != ".", words.at(index) != "dot" { break }
        }
        return hasDot && isDomain(Substring(text)) ? Reading(value: text, range: start..<index) : nil
    }

    // MARK: Before the at

    /// Words that introduce an address and do not belong to it.
    private static let stops: Set<String> = [
        "is", "it's", "email", "mail", "address", "me", "my", "to", "yes", "yeah", "sure", "okay", "ok", "use", "the",
        "that's", "at", "and", "it", "be", "would", "um", "uh", "er", "so", "well", "please", "send", "reach", "by",
        "then", "",
    ]

    private static func local(_ words: [String], before end: Int) -> Reading<String>? {
        var start = end
        while start > 0, end - start < 24, !stops.contains(words[start - 1]) { start -= 1 }
        var text = ""
        var index = start
        while index < end {
            if let sign = signs[words[index]] {
                text += sign
                index += 1
            } else if let (letter, length) = DigitWords.letter(words, index, acceptsAlphabet: false),
                index + length <= end
            {
                text += letter
                index += length
            } else if let (digits, length) = DigitWords.piece(words, index), index + length <= end {
                text += digits
                index += length
            } else {
                text += words[index].filter { $0.isLetter || $0.isNumber }
                index += 1
            }
        }
        text = String(Substring(text).trimming { ".-_+".contains($0) })
        return text.isEmpty ? nil : Reading(value: text, range: start..<end)
    }
}

extension Substring {
    func trimming(_ isUnwanted: (Character) -> Bool) -> Substring {
        var rest = drop(while: isUnwanted)
        while let last = rest.last, isUnwanted(last) { rest.removeLast() }
        return rest
    }
}
