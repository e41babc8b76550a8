/// A line somebody typed.
enum TypedLine: Hashable, Sendable {
    /// Without blanks at its ends; never empty.
    case text(String)
    /// Not UTF-8.
    case garbled
    /// Longer than a line may be; what it said is gone.
    case tooLong
}
