/// Names that nobody can guess.
package enum RandomID {
    private static let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567")

    /// A prefix that says what it names, `_`, and 26 characters of base 32, which hold 130 random bits: `cmd_…`.
    package static func make(_ prefix: String) -> String {
        prefix + "_" + String((0..<26).compactMap { _ in alphabet.randomElement() })
    }
}
