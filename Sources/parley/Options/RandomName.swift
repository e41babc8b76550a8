/// Names that do not collide.
enum RandomName {
    /// `caller-7f3k9x2m`.
    static func make(_ prefix: String) -> String {
        "\(prefix)-\(letters(8))"
    }

    /// A secret of 43 characters: more than 200 random bits.
    static func secret() -> String { letters(43) }

    private static func letters(_ count: Int) -> String {
        let alphabet = Array("abcdefghijkmnopqrstuvwxyz23456789")
        var random = SystemRandomNumberGenerator()
        return String((0..<count).map { _ in alphabet[Int(random.next(upperBound: UInt(alphabet.count)))] })
    }
}
