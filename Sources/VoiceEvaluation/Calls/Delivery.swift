/// How a line of a spoken play is said.
package struct Delivery: Hashable, Sendable {
    /// The name of a recording; `nil`: the embedded voice speaks the words.
    package var sound: String?
    /// So many seconds into the agent's next words; `nil`: when the agent has finished.
    package var over: Duration?

    package init(sound: String? = nil, over: Duration? = nil) {
        self.sound = sound
        self.over = over
    }
}

extension Delivery {
    static let form = "'(sound: NAME)', '(over: SECONDS)' or both, divided by a comma"

    /// Divides `words (sound: NAME, over: 1.5)`; `nil` when what stands between the brackets is nothing of the kind. Words
    /// without such an end are all words.
    static func divide(_ text: String) -> (words: String, delivery: Delivery)? {
        guard text.hasSuffix(")"), let open = text.lastIndex(of: "("), text[open...].contains(":") else {
            return (text, Delivery())
        }
        var delivery = Delivery()
        for part in text[text.index(after: open)...].dropLast().split(separator: ",") {
            let field = part.split(separator: ":", maxSplits: 1).map { $0.trimmed }
            guard field.count == 2, delivery.take(field[0], field[1]) else { return nil }
        }
        return (text[..<open].trimmed, delivery)
    }

    private mutating func take(_ name: String, _ value: String) -> Bool {
        switch name {
        case "sound":
            guard sound == nil, !value.isEmpty, value.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }) else {
                return false
            }
            sound = value
        case "over":
            guard over == nil, let seconds = Double(value), (0...60).contains(seconds) else { return false }
            over = .milliseconds(Int64((seconds * 1000).rounded()))
        default: return false
        }
        return true
    }
}

extension StringProtocol {
    /// Without blanks at both ends.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
