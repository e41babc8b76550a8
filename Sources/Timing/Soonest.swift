/// The earliest of several optional deadlines, with the reason it was set for.
///
/// A cascade of sub-engines folds its timeouts into one: `soonest.consider(ice.timeout, .ice)`.
package struct Soonest<Reason: Sendable>: Sendable {
    package private(set) var instant: Instant?
    package private(set) var reason: Reason?

    package init() {}

    package mutating func consider(_ candidate: Instant?, _ why: Reason) {
        guard let candidate else { return }
        if let instant, instant <= candidate { return }
        instant = candidate
        reason = why
    }
}
