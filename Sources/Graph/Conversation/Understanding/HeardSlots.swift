/// The facts in one utterance.
package struct HeardSlots: Hashable, Sendable {
    /// A service by the domain's name for it.
    package var service: String?
    package var day: Day?
    package var time: TimeMention?
    /// In lower case, as heard.
    package var name: String?
    /// Digits only, at least seven.
    package var phone: String?
    /// Digits that are too few for a phone number, heard when one was asked for.
    package var partialPhone: String?
    package var vehicle: VehicleMention?
    /// `sales`, `service`, `parts` or `finance`.
    package var department: String?
    /// What the caller wants to change, by name: "the time is wrong".
    package var target: Question?

    package init() {}

    package var isEmpty: Bool { self == HeardSlots() }
}
