import Timing

/// Stream reset in both directions: one request of ours at a time, and the answers to the peer's (RFC 6525).
struct StreamReset: Sendable {
    /// The request of ours that is not answered yet.
    struct Request: Hashable, Sendable {
        var number: UInt32
        var lastTSN: TSN
        var streams: [UInt16]
    }

    /// Number of our next request; starts at our initial TSN (section 4.1).
    private(set) var nextNumber: UInt32
    /// Number of the peer's next request; starts at its initial TSN.
    var expectedNumber: UInt32 = 0
    /// The answer to the peer's last request, for when it asks again.
    var lastResult: ReconfigurationResult = .nothingToDo
    /// Streams of ours to be reset as soon as what was queued on them has been sent. No more than there are channels.
    private(set) var wanted: [UInt16] = []
    private(set) var request: Request?
    var timer = BackoffTimer()

    init(initialTSN: TSN) {
        nextNumber = initialTSN.value
    }

    mutating func want(_ streamID: UInt16) {
        if !wanted.contains(streamID), request?.streams.contains(streamID) != true { wanted.append(streamID) }
    }

    /// Gives up on the wanted streams.
    mutating func takeWanted() -> [UInt16] {
        defer { wanted = [] }
        return wanted
    }

    /// Makes a request for the wanted streams that are `ready`, when none is under way.
    mutating func makeRequest(lastTSN: TSN, ready: (UInt16) -> Bool) -> Request? {
        guard request == nil else { return nil }
        let streams = wanted.filter(ready)
        guard !streams.isEmpty else { return nil }
        wanted.removeAll { streams.contains($0) }
        request = Request(number: nextNumber, lastTSN: lastTSN, streams: streams)
        nextNumber &+= 1
        return request
    }

    /// The request with that number has its final answer; returns it.
    mutating func finish(_ number: UInt32) -> Request? {
        guard let done = request, done.number == number else { return nil }
        request = nil
        timer.stop()
        return done
    }
}
