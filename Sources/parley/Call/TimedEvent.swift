/// An event and when it happened, from the beginning of the call.
struct TimedEvent: Hashable, Sendable {
    let time: Duration
    let event: CallEvent
}
