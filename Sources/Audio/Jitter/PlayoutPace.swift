/// Whether sound should be played at another pace than its own, so that the delay returns to its target.
package enum PlayoutPace: Hashable, Sendable {
    /// How far the delay is off.
    package enum Urgency: Hashable, Sendable {
        /// Wait for a place where nobody hears it.
        case calm
        /// Take any place that is fairly alike.
        case pressing
        /// Take the next best.
        case extreme
    }

    case steady
    /// Too much waits to be played.
    case faster(Urgency)
    /// Too little does.
    case slower(Urgency)
}
