/// What somebody said who has not the floor.
struct Aside: Hashable, Sendable {
    /// The participant's identity.
    let speaker: String
    var text: String
}
