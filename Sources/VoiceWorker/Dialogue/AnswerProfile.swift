/// What kind of answer a graph node waits for: how long callers pause inside it, and how it is known to be complete.
package enum AnswerProfile: String, Hashable, Sendable {
    /// A request or a story: pauses for thought are long.
    case open
    /// Yes or no, or one of a few words: complete as soon as it is said.
    case yesNo
    /// Digits read out in groups, such as a telephone number: pauses between the groups are long, the length is known.
    case digits
    /// A date or a time of day.
    case date
    /// A person's name, perhaps spelled.
    case name
}
