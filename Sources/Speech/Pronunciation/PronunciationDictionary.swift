import Foundation

/// Words and their phones, for the words of one corpus: from the CMU dictionary where it has them, else from spelling.
struct PronunciationDictionary: Sendable {
    /// Word → pronunciations, each phones separated by spaces.
    private(set) var entries: [String: [String]] = [:]
    /// Words whose pronunciation was guessed from their letters.
    private(set) var guessed: [String] = []

    /// - Parameters:
    ///   - words: what must be in the dictionary.
    ///   - own: pronunciations that replace all others.
    ///   - path: a dictionary in the CMU form, a word and its phones per line, alternatives as `word(2)`.
    init(words: some Sequence<String>, own: [String: [String]], path: String) throws(SpeechError) {
        guard let data = FileManager.default.contents(atPath: path) else { throw .unavailable(path) }
        let wanted = Set(words)
        for (word, phones) in Self.read(data, wanted) { entries[word, default: []].append(phones) }
        for (word, pronunciations) in own where wanted.contains(word) { entries[word] = pronunciations }
        for word in wanted where entries[word] == nil {
            let phones = LetterToSound.phones(of: word)
            guard !phones.isEmpty else { continue }
            entries[word] = [phones.joined(separator: " ")]
            guessed.append(word)
        }
    }

    /// The lines about wanted words. Most lines are dismissed by their first two letters and length.
    private static func read(_ data: Data, _ wanted: Set<String>) -> [(String, String)] {
        let space = UInt8(ascii: " ")
        let bracket = UInt8(ascii: "(")
        var shapes: Set<Int> = []
        for word in wanted { shapes.insert(shape(Array(word.utf8)[...])) }
        var found: [(String, String)] = []
        for line in [UInt8](data).split(separator: UInt8(ascii: "\n")) {
            guard let gap = line.firstIndex(of: space) else { continue }
            let name = line[..<gap]
            let base = name.last == UInt8(ascii: ")") ? name[..<(name.firstIndex(of: bracket) ?? gap)] : name
            guard shapes.contains(shape(base)) else { continue }
            let word = String(decoding: base, as: UTF8.self)
            guard wanted.contains(word) else { continue }
            found.append((word, String(decoding: line[(gap + 1)...], as: UTF8.self)))
        }
        return found
    }

    private static func shape(_ word: ArraySlice<UInt8>) -> Int {
        guard let first = word.first, let last = word.last else { return 0 }
        return Int(first) << 16 | Int(last) << 8 | word.count & 0xff
    }

    /// The dictionary as a decoder reads it.
    var text: String {
        var lines: [String] = []
        for (word, pronunciations) in entries {
            for (index, phones) in pronunciations.enumerated() {
                lines.append(index == 0 ? "\(word) \(phones)" : "\(word)(\(index + 1)) \(phones)")
            }
        }
        return lines.sorted().joined(separator: "\n") + "\n"
    }
}
