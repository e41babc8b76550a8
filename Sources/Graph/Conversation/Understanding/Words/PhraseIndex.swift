/// Phrases by their first word, so that one pass over an utterance finds all of them.
struct PhraseIndex<Value: Sendable>: Sendable {
    private struct Entry: Sendable {
        let phrase: Phrase
        let value: Value
    }

    /// Longest first.
    private var entries: [String: [Entry]] = [:]

    init(_ phrases: some Sequence<(Phrase, Value)>) {
        for (phrase, value) in phrases {
            guard let first = phrase.words.first else { continue }
            entries[first, default: []].append(Entry(phrase: phrase, value: value))
        }
        for key in entries.keys {
            entries[key]?.sort { $0.phrase.words.count > $1.phrase.words.count }
        }
    }

    /// Every phrase that begins at a place, longest first.
    func each(in words: [String], at start: Int, within end: Int, _ body: (Value, Range<Int>) -> Void) {
        guard let candidates = entries[words[start]] else { return }
        for candidate in candidates {
            let length = candidate.phrase.words.count
            guard start + length <= end, words.has(candidate.phrase, at: start) else { continue }
            body(candidate.value, start..<(start + length))
        }
    }

    /// The longest phrase at a place, with all its values.
    func longest(in words: [String], _ range: Range<Int>, at start: Int) -> Reading<[Value]>? {
        var best: Reading<[Value]>?
        each(in: words, at: start, within: range.upperBound) { value, place in
            if let known = best {
                if known.range == place { best = Reading(value: known.value + [value], range: place) }
            } else {
                best = Reading(value: [value], range: place)
            }
        }
        return best
    }

    /// The longest phrases that do not overlap, from left to right, each with all its values.
    func longest(in words: [String], _ range: Range<Int>) -> [Reading<[Value]>] {
        var readings: [Reading<[Value]>] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let best = longest(in: words, range, at: index)
            if let best { readings.append(best) }
            index = best?.range.upperBound ?? index + 1
        }
        return readings
    }
}

extension PhraseIndex: ExpressibleByDictionaryLiteral {
    init(dictionaryLiteral phrases: (Phrase, Value)...) { self.init(phrases) }
}
