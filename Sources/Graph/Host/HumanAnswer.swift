/// What the search for a colleague came to.
package enum HumanAnswer: Hashable, Sendable {
    case available(name: String)
    /// Nobody is free; somebody will call back.
    case callback
}
