/// What lies between the frames that were found, and at their edges.
///
/// Where packets follow each other without a gap, two frames of one reference have that reference's sound between them: all
/// of it where they are as far apart as their packets, less where some was left out, more where it was said again.
extension SoundMatcher {
    /// Frames that are bridged where something was left out or said again, and at an edge: 500 ms and 300 ms.
    private static let longestBridge = 25
    private static let longestEdge = 15

    func bridge(_ heard: Waveform, _ voice: ReceivedVoice, _ found: inout [HeardFrame?]) {
        var start = 0
        while start < found.count {
            var end = start + 1
            while end < found.count, voice.continues(at: end) { end += 1 }
            bridge(start..<end, heard, &found)
            start = end
        }
    }

    /// Bridges what is in a row of packets without a gap.
    private func bridge(_ packets: Range<Int>, _ heard: Waveform, _ found: inout [HeardFrame?]) {
        let known = packets.filter { found[$0] != nil }
        for (left, right) in zip(known, known.dropFirst()) where right - left > 1 {
            guard let before = place(left, found), let after = place(right, found) else { continue }
            bridge(before, after, heard, &found)
        }
        if let first = known.first {
            extend(first, over: (packets.lowerBound..<first).suffix(Self.longestEdge).reversed(), heard, &found)
        }
        if let last = known.last {
            extend(last, over: ((last + 1)..<packets.upperBound).prefix(Self.longestEdge), heard, &found)
        }
    }

    /// Takes the frames at an edge, from the inside out, for the sound of the one that was found, as long as they sound.
    private func extend(
        _ edge: Int, over frames: some Sequence<Int>, _ heard: Waveform, _ found: inout [HeardFrame?]
    ) {
        guard let place = place(edge, found) else { return }
        for index in frames.prefix(while: { isAudible($0, place, heard) }) { mark(index, place, heard, &found) }
    }

    private func place(_ index: Int, _ found: [HeardFrame?]) -> Place? {
        found[index].map {
            Place(frame: index, reference: $0.reference, position: $0.position / Waveform.factor)
        }
    }

    /// There is sound, and some of the reference for it.
    private func isAudible(_ index: Int, _ place: Place, _ heard: Waveform) -> Bool {
        let position = place.position(of: index)
        return position >= 0 && position + Self.size <= references[place.reference].count
            && heard.energy(Self.range(index)) >= Self.least
    }

    /// Up to where it fits best the frames in between follow the one before, then they lead to the one after.
    private func bridge(_ before: Place, _ after: Place, _ heard: Waveform, _ found: inout [HeardFrame?]) {
        let between = (before.frame + 1)..<after.frame
        let isStraight = before.position(of: after.frame) == after.position
        guard before.reference == after.reference, isStraight || between.count <= Self.longestBridge else { return }
        let leads = between.map { likeness($0, after, heard) - likeness($0, before, heard) }
        var (best, turn, sum) = (0.0, between.upperBound, 0.0)
        for (index, lead) in zip(between, leads).reversed() {
            sum += lead
            if sum > best { (best, turn) = (sum, index) }
        }
        for index in between { mark(index, index < turn ? before : after, heard, &found) }
    }

    private func likeness(_ index: Int, _ place: Place, _ heard: Waveform) -> Double {
        heard.likeness(Self.range(index), to: references[place.reference], at: place.position(of: index))
    }
}
