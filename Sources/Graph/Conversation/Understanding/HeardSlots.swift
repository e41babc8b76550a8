/// The facts in one utterance.
package struct HeardSlots: Hashable, Sendable, Codable {
    /// A service by the domain's name for it.
    package var service: String?
    /// Further services named in the same breath: "an oil change and new tires".
    package var otherServices: [String] = []
    package var day: Day?
    package var time: TimeMention?
    /// In lower case, as heard.
    package var name: String?
    /// Digits only, at least seven.
    package var phone: String?
    /// Digits that are too few for a phone number, heard when one was asked for.
    package var partialPhone: String?
    /// In lower case, with `@` and a domain.
    package var email: String?
    package var vehicle: VehicleMention?
    /// `sales`, `service`, `parts` or `finance`.
    package var department: String?
    /// The category of the FAQ that the utterance asks about, by the domain's own phrases.
    package var topic: String?
    /// What the caller wants to change, by name: "the time is wrong".
    package var target: Question?
    /// Whether the facts replace earlier ones: "no, I said Thursday".
    package var isCorrection = false
    /// What could be meant by words that have several meanings: to be asked, not guessed. The slot itself is `nil` then.
    package var choice: Choice?

    package init() {}

    package var isEmpty: Bool { self == HeardSlots() }
}
