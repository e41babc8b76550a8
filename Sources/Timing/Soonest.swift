/// The earliest of several optional deadlines, with the reason it was set for.
///
/// A cascade of sub-engines folds its timeouts into one: `soonest.consider(ice.timeout, .ice)`.
///
/// It is asked for with every packet, so its code is made anew for each kind of reason.
package struct Soonest<Reason: Sendable>: Sendable {
    @usableFromInline package internal(set) var instant: Instant?
    @usableFromInline package internal(set) var reason: Reason?

    @inlinable package init() {}

    @inlinable package mutating func consider(_ candidate: Instant?, _ why: Reason) {
        guard let candidate else { return }
        if let instant, instant <= candidate { return }
        instant = candidate
        reason = why
    }
}
