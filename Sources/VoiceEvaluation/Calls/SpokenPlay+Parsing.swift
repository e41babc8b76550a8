package import Evaluation

extension SpokenPlay {
    /// Reads the bytes of a `.call` file.
    /// - Throws: every fault of the play; what concerns the voices comes first.
    package static func read(_ bytes: [UInt8], path: String) throws(InvalidPlay) -> SpokenPlay {
        guard bytes.count <= PlayParser.maximumLength, let text = String(validating: bytes, as: UTF8.self) else {
            // The play's own parser says what is wrong.
            let play = try PlayParser.play(from: bytes, path: path)
            return SpokenPlay(play: play, deliveries: [:], interjections: [], background: nil)
        }
        return try read(text, path: path)
    }

    package static func read(_ text: String, path: String) throws(InvalidPlay) -> SpokenPlay {
        var voices = Voices()
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let words = lines.enumerated().map { index, line in voices.take(line.trimmed, at: index + 1) }
        guard voices.faults.isEmpty else { throw InvalidPlay(path: path, faults: voices.faults) }
        let play = try PlayParser.play(from: words.joined(separator: "\n"), path: path)
        return SpokenPlay(
            play: play, deliveries: voices.deliveries, interjections: voices.interjections,
            background: voices.background)
    }

    /// What a file says beside the play in it.
    private struct Voices {
        var deliveries: [Int: Delivery] = [:]
        var interjections: [PlayLine<Interjection>] = []
        var background: Background?
        var faults: [PlayLine<PlayFault>] = []

        /// What is left of a line for the play: an empty line where it is none of the play's.
        mutating func take(_ line: String, at number: Int) -> String {
            guard number > 1, !line.hasPrefix("#"), let colon = line.firstIndex(of: ":") else { return line }
            let word = line[..<colon].trimmed.lowercased()
            let rest = line[line.index(after: colon)...].trimmed
            switch word {
            case "caller": return takeWords(line, rest, number)
            case "sound": takeInterjection(rest, number)
            case "noise": takeBackground(rest, number)
            default: return line
            }
            return ""
        }

        private mutating func takeWords(_ line: String, _ rest: String, _ number: Int) -> String {
            guard let (words, delivery) = Delivery.divide(rest) else {
                fail("caller", Delivery.form, number)
                return line
            }
            if delivery != Delivery() { deliveries[number] = delivery }
            return "caller: \(words)"
        }

        private mutating func takeInterjection(_ rest: String, _ number: Int) {
            guard let (name, delivery) = Delivery.divide(rest), !name.isEmpty, !name.contains(" "),
                delivery.sound == nil, let over = delivery.over
            else { return fail("sound", "NAME (over: SECONDS)", number) }
            interjections.append(PlayLine(number, Interjection(sound: name, over: over)))
        }

        private mutating func takeBackground(_ rest: String, _ number: Int) {
            let words = rest.split(separator: " ").map(String.init)
            guard words.count == 2, let below = Double(words[1]), (-10...60).contains(below) else {
                return fail("noise", "NAME and decibels below the voice", number)
            }
            guard background == nil else { return faults.append(PlayLine(number, .repeated("noise"))) }
            background = Background(sound: words[0], below: below)
        }

        private mutating func fail(_ word: String, _ expected: String, _ number: Int) {
            faults.append(PlayLine(number, .malformed(word, expected: expected)))
        }
    }
}
