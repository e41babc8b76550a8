import Conversation

/// Something in a clause that is true or false.
struct Mention: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// Cents.
        case money(Int)
        /// What it can mean: both halves of the day when neither was said.
        case time([TimeOfDay])
        case date(SpokenDate)
        case weekday(Weekday)
        case tomorrow
        case minutes(Int)
        /// A phone number, or a part of one.
        case digits(String)
        case number(Int, isWord: Bool)
        /// By the name the database has.
        case service(String)
        case car(make: String, model: String?)
        /// Letters and figures, such as a number plate.
        case code(String)
        case email(String)
        /// A word with a capital that nobody knows.
        case name(String)
    }

    let kind: Kind
    /// The words it takes.
    let words: Range<Int>

    init(_ kind: Kind, _ words: Range<Int>) {
        self.kind = kind
        self.words = words
    }
}
