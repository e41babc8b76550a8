import Timing

/// One request to one engine, while it lasts.
struct Attempt: Sendable {
    let engine: Int
    let asked: Instant
    let account: UsageTag?
    var firstByte: Duration?
    var amount = EngineReport.Amount()
}
