/// The names of people, as they are kept.
enum PersonName {
    /// In characters.
    static let longest = 60

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
