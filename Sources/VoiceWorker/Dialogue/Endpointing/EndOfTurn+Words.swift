extension EndOfTurn {
    /// The words of a turn, as they seem to be.
    package struct Words: Hashable, Sendable {
        package var text: String
        /// The recogniser takes them for whole.
        package var isHinted: Bool

        package init(_ text: String, isHinted: Bool = false) {
            self.text = text
            self.isHinted = isHinted
        }
    }
}
