/// Extends sixteen-bit sequence numbers to counts that never wrap, and knows which of the last 1024 came
/// (RFC 3550, appendix A.1, without probation: SRTP vouches for the sender).
struct SequenceTracker: Sendable {
    /// What a sequence number turned out to be.
    enum Arrival: Equatable {
        /// The first of the stream, or the first after it started anew.
        case first(Int64)
        /// Newer than all before; `gap` numbers between were skipped.
        case newer(Int64, gap: Int64)
        /// One that was skipped earlier.
        case late(Int64)
        /// Seen before, or too old to tell.
        case duplicate
        /// Far from all before: dropped, and believed if the next one follows it.
        case jump
    }

    /// Numbers remembered.
    static let window: Int64 = 1024
    /// RFC 3550's MAX_DROPOUT and MAX_MISORDER. The latter is the window here, as a retransmission may be that late.
    private static let largestGap: Int64 = 3000

    private(set) var highest: Int64 = -1
    private var expectedAfterJump: UInt16?
    private var seen = [UInt64](repeating: 0, count: Int(window / 64))

    mutating func note(_ number: UInt16) -> Arrival {
        guard highest >= 0 else { return restart(at: number) }
        let distance = Int64(Int16(bitPattern: number &- UInt16(truncatingIfNeeded: highest)))
        let extended = highest + distance
        if distance > 0, distance <= Self.largestGap { return advance(to: extended, by: distance) }
        if distance <= 0, distance > -Self.window { return markLate(extended) }
        if number == expectedAfterJump { return restart(at: number) }
        expectedAfterJump = number &+ 1
        return .jump
    }

    /// Whether the number is before the newest and within what is remembered.
    func isLate(_ number: UInt16) -> Bool {
        guard highest >= 0 else { return false }
        let distance = Int64(Int16(bitPattern: number &- UInt16(truncatingIfNeeded: highest)))
        return distance < 0 && distance > -Self.window
    }

    /// Begins one cycle up, so that late packets from before the first have a place.
    private mutating func restart(at number: UInt16) -> Arrival {
        highest = 0x1_0000 + Int64(number)
        expectedAfterJump = nil
        for word in seen.indices { seen[word] = 0 }
        mark(highest)
        return .first(highest)
    }

    private mutating func advance(to extended: Int64, by distance: Int64) -> Arrival {
        for skipped in max(highest + 1, extended - Self.window + 1)..<extended { clear(skipped) }
        highest = extended
        expectedAfterJump = nil
        mark(extended)
        return .newer(extended, gap: distance - 1)
    }

    private mutating func markLate(_ extended: Int64) -> Arrival {
        guard !isMarked(extended) else { return .duplicate }
        mark(extended)
        return .late(extended)
    }

    private func place(of extended: Int64) -> (word: Int, bit: UInt64) {
        let slot = Int(extended % Self.window)
        return (slot / 64, 1 << UInt64(slot % 64))
    }

    private func isMarked(_ extended: Int64) -> Bool {
        let (word, bit) = place(of: extended)
        return seen[word] & bit != 0
    }

    private mutating func mark(_ extended: Int64) {
        let (word, bit) = place(of: extended)
        seen[word] |= bit
    }

    private mutating func clear(_ extended: Int64) {
        let (word, bit) = place(of: extended)
        seen[word] &= ~bit
    }
}
