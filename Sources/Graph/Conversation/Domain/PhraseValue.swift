/// A value inside a line. Its kind says how a phrasebook speaks it.
package indirect enum PhraseValue: Hashable, Sendable, Codable {
    /// How the last two of a list are joined.
    package enum Junction: String, Hashable, Sendable, Codable {
        case and, or
    }

    /// Words as they are: a name, a model, the name of a holiday.
    case text(String)
    case number(Int)
    /// Dollars.
    case money(Int)
    case day(Day)
    case weekday(Weekday)
    case time(TimeOfDay)
    /// A day and a time on it.
    case slot(OpenSlot)
    /// Minutes.
    case duration(Int)
    /// Digits, to be spoken one by one in groups.
    case phone(String)
    /// An address with `@`, to be spoken with "at" and "dot".
    case email(String)
    /// A line of its own in the middle of a sentence.
    case line(Line)
    case list([PhraseValue], Junction)
}
