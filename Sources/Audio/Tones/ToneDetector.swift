/// Hears the keys of a telephone in the sound itself (ITU-T Q.23, as Q.24 wants it received): two tones at once, one of
/// four low and one of four high frequencies.
///
/// Blocks of 20 ms begin every 10 ms. A block is a hit when the two strongest tones hold most of its energy, are as loud
/// as each other within the limits of Q.24, and stand out of their groups. Three hits in a row (40 ms of tone always give
/// them, 23 ms never do) are a key; it is let go after three blocks without it (a pause of 40 ms).
package struct ToneDetector: Sendable {
    private static let keys: [[Character]] = [
        ["1", "2", "3", "A"], ["4", "5", "6", "B"], ["7", "8", "9", "C"], ["*", "0", "#", "D"],
    ]
    private static let blocks = 3

    private let filters: ToneFilters
    /// What has come and is not over: less than a block, after each frame.
    private var pending: [Float] = []
    private var candidate: Character?
    private var hits = 0
    private var misses = 0
    /// The key that is being pressed.
    private var pressed: Character?

    /// - Parameter rate: samples a second, 8 kHz or more.
    package init(rate: Int = 16_000) {
        precondition(rate >= 8_000, "the highest tone needs 8 kHz")
        filters = ToneFilters(rate: rate)
    }

    /// The sound is a key's, or seems to be: it is no speech.
    package var isTone: Bool { pressed != nil || hits >= 2 }

    /// The key that became sure in this frame, once for each press; of several, in a long frame, the last.
    package mutating func detect(_ frame: [Int16]) -> Character? {
        pending.append(contentsOf: frame.lazy.map { Float($0) / 32_768 })
        var found: Character?
        var start = 0
        while pending.count - start >= filters.block {
            if let key = take(key(in: pending[start..<(start + filters.block)])) { found = key }
            start += filters.block / 2
        }
        pending.removeFirst(start)
        return found
    }

    package mutating func reset() {
        pending.removeAll(keepingCapacity: true)
        (candidate, pressed, hits, misses) = (nil, nil, 0, 0)
    }

    private func key(in block: ArraySlice<Float>) -> Character? {
        filters.pair(in: block).map { Self.keys[$0.row][$0.column] }
    }

    /// Counts one block; the key when it has just become sure.
    private mutating func take(_ key: Character?) -> Character? {
        if let key, key == pressed {
            misses = 0
            return nil
        }
        misses += 1
        if misses >= Self.blocks { pressed = nil }
        hits = key != nil && key == candidate ? hits + 1 : (key == nil ? 0 : 1)
        candidate = key
        guard let key, hits >= Self.blocks else { return nil }
        (pressed, hits, misses) = (key, 0, 0)
        return key
    }
}
