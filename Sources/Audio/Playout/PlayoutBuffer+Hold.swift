extension PlayoutBuffer {
    /// How much of what was played can be played again.
    package static let memory = Duration.seconds(2)

    /// From now on nothing comes out and nothing is dropped: `pop` gives `nil` until `release` or `clear`. Samples are
    /// still taken in as far as there is room.
    package mutating func hold() { isHeld = true }

    /// Ends the hold, `rewind` samples earlier in the utterance at hand: what the caller could not follow is heard again.
    ///
    /// It cannot go back further than the beginning of that utterance, nor than `memory`. Samples gone back to lie in front
    /// of the others and count as not played; for them the buffer may hold more than its capacity.
    /// - Returns: how many samples it went back; 0 when nothing was held.
    package mutating func release(rewind: Int = 0) -> Int {
        guard isHeld else { return 0 }
        isHeld = false
        guard let index = open.firstIndex(where: { $0.played > 0 && past.count(of: $0.utterance) > 0 }) else {
            return 0
        }
        let most = min(open[index].played, past.count(of: open[index].utterance))
        let distance = min(max(0, rewind), most)
        guard distance > 0 else { return 0 }
        putBack(past.removeLast(distance))
        open[index].played -= distance
        return distance
    }

    /// The frame that is due, without taking it, as if there were no hold: for the sound of a fade. Padded with silence;
    /// `nil` where `pop` would give none.
    package func upcoming() -> [Int16]? {
        guard let playback = next else { return nil }
        let size = AudioFrame.sampleCount(at: rate)
        var samples: [Int16] = []
        samples.reserveCapacity(size)
        var wanted = min(size, playback.remaining)
        for piece in pieces[head...] where wanted > 0 {
            samples.append(contentsOf: piece.prefix(wanted))
            wanted -= min(wanted, piece.count)
        }
        samples.append(contentsOf: repeatElement(0, count: size - samples.count))
        return samples
    }
}
