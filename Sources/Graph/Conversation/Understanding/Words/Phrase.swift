/// Words next to each other, split once.
struct Phrase: Hashable, Sendable, ExpressibleByStringLiteral {
    let words: [String]

    init(_ text: String) {
        words = text.split(separator: " ").map(String.init)
    }

    init(words: [String]) { self.words = words }

    init(stringLiteral value: String) { self.init(value) }
}
