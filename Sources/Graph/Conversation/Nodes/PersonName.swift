/// The names of people, as they are kept.
enum PersonName {
    /// In characters.
    static let longest = 60

    /// A name that corrects another: one word takes the place of the part that begins alike, more words replace it all.
    /// `marsh` for `Karen March` gives `Karen Marsh`.
    static func correcting(_ known: String, with heard: String) -> String {
        var parts = known.split(separator: " ").map(String.init)
        let place = parts.lastIndex { $0.first?.lowercased() == heard.first?.lowercased() }
        guard parts.count > 1, !heard.contains(" "), let place else { return heard }
        parts[place] = heard
        return bounded(parts.joined(separator: " "))
    }

    /// `john o'neil` → `John O'Neil`, at most 60 characters: names arrive in lower case.
    static func bounded(_ name: String) -> String {
        var result = ""
        var startsWord = true
        for character in name.prefix(longest) {
            result += startsWord ? character.uppercased() : String(character)
            startsWord = !character.isLetter && character != "'" && character != "’" || result.hasSuffix("O'")
        }
        return result.split(separator: " ").joined(separator: " ")
    }
}
