/// The payloads sent last, to be sent again with the next (RFC 2198).
package struct RedundancyHistory: Sendable {
    /// How many earlier payloads each packet repeats: one or two survive one or two losses in a row.
    package let depth: Int
    private var sent: [(timestamp: UInt32, payload: [UInt8])] = []

    /// Payloads from here on are sent by themselves, as libwebrtc and LiveKit do.
    private static let largestPrimary = 1_024

    /// - Parameter depth: 0 to 2.
    package init(depth: Int) {
        precondition((0...2).contains(depth), "two earlier payloads at most")
        self.depth = depth
    }

    /// The payload with those before it; `nil` when it is so large that it should go alone. Payloads that are too old or
    /// too large to be repeated end the repetition, so that each block stays one number before the next.
    package mutating func wrap(_ payload: [UInt8], type: UInt8, timestamp: UInt32) -> [UInt8]? {
        defer { remember(payload, timestamp) }
        guard payload.count < Self.largestPrimary else { return nil }
        var blocks: [RedundantPayload.Block] = []
        for (earlier, bytes) in sent.reversed() {
            let offset = timestamp &- earlier
            guard offset <= RedundantPayload.largestOffset, bytes.count <= RedundantPayload.largestBlock else { break }
            blocks.insert(.init(payloadType: type, timestampOffset: UInt16(offset), bytes: bytes), at: 0)
        }
        return RedundantPayload(earlier: blocks, payloadType: type, primary: payload).serialized()
    }

    private mutating func remember(_ payload: [UInt8], _ timestamp: UInt32) {
        guard depth > 0 else { return }
        if sent.count == depth { sent.removeFirst() }
        sent.append((timestamp, payload))
    }
}
