/// Lays received sound beside the sound it was made of.
///
/// From every frame that begins something new, 240 ms are looked for in all references; from there on each further frame is
/// expected behind the one before, until a gap in the packets, or until the sound is another's. What is left between the
/// frames that were found, as a consonant of whose noise coding leaves little, is `SoundMatcher+Bridges`' part.
package struct SoundMatcher: Sendable {
    /// Frames that are looked for.
    private static let window = 12
    /// What is shorter, as the end of a sentence that was cut off, is like much else.
    private static let shortest = 8
    /// Where nothing is found, nothing is looked for again before so many frames: looking costs much.
    private static let stride = 4
    /// Alike enough to be the same sound, coded and decoded.
    private static let alike = 0.75
    /// How much less alike it may be where it is expected.
    private static let preference = 0.08
    /// So many frames in a row that are not alike end what is followed.
    private static let patience = 3
    /// Of a low voice, at the waveforms' rate: 10 ms.
    private static let period = 40
    /// Samples of a frame, at the waveforms' rate.
    static let size = ReceivedVoice.frame / Waveform.factor
    /// Energy of a frame that has something to compare: a level of 0.004.
    static let least = 0.004 * 0.004 * Double(size)

    let references: [Waveform]

    package init(_ references: [Reference]) {
        self.references = references.map { Waveform($0.samples) }
    }

    /// One for each frame; `nil` for silence that begins nothing, and for what is from no reference.
    package func match(_ voice: ReceivedVoice) -> [HeardFrame?] {
        let heard = Waveform(voice.samples)
        var found = [HeardFrame?](repeating: nil, count: voice.frames.count)
        var (index, last) = (0, Place?.none)
        while index < found.count {
            guard let place = find(index, in: heard, voice, after: last) else {
                index += heard.energy(Self.range(index)) < Self.least ? 1 : Self.stride
                continue
            }
            takeBack(from: place, heard, voice, &found)
            goBack(from: place, heard, voice, &found)
            index = follow(place, heard, voice, &found)
            last = place
        }
        bridge(heard, voice, &found)
        return found
    }

    func mark(_ index: Int, _ place: Place, _ heard: Waveform, _ found: inout [HeardFrame?]) {
        let (reference, position) = (references[place.reference], place.position(of: index))
        guard position >= 0, position + Self.size <= reference.count else { return }
        guard !isMissing(Self.range(index), heard, reference, position) else { return }
        found[index] = HeardFrame(
            reference: place.reference, position: position * Waveform.factor,
            gain: gain(Self.range(index), heard, reference, position))
    }

    struct Place {
        /// The frame that is from there.
        let frame: Int
        let reference: Int
        /// At the waveforms' rate.
        let position: Int

        /// Where another frame of the same sound is from.
        func position(of other: Int) -> Int { position + (other - frame) * SoundMatcher.size }
    }

    static func range(_ index: Int, frames: Int = 1) -> Range<Int> {
        (index * size)..<((index + frames) * size)
    }

    /// Where the sound from a frame on is from. A voice is alike from one period of its pitch to the next: what would be
    /// straight on from the `last` place is preferred.
    private func find(_ index: Int, in heard: Waveform, _ voice: ReceivedVoice, after last: Place?) -> Place? {
        guard heard.energy(Self.range(index)) >= Self.least else { return nil }
        var frames = 1
        while frames < Self.window, index + frames < voice.frames.count, voice.continues(at: index + frames) {
            frames += 1
        }
        guard frames >= Self.shortest else { return nil }
        let range = Self.range(index, frames: frames)
        var best: (place: Place, likeness: Double)?
        for (number, reference) in references.enumerated() where reference.count >= range.count {
            for position in 0...(reference.count - range.count) {
                let likeness = heard.likeness(range, to: reference, at: position)
                guard likeness > max(best?.likeness ?? 0, Self.alike) else { continue }
                best = (Place(frame: index, reference: number, position: position), likeness)
            }
        }
        guard let best, let last else { return best?.place }
        let (straight, likeness) = straight(index, range, heard, after: last)
        if likeness > best.likeness - Self.preference || goesOn(index, straight, heard, voice) { return straight }
        return best.place
    }

    /// What is straight on from a place, where it fits best within a period of a voice's pitch: coding moves low tones by as much.
    private func straight(
        _ index: Int, _ range: Range<Int>, _ heard: Waveform, after last: Place
    ) -> (place: Place, likeness: Double) {
        let middle = last.position(of: index)
        let found = (middle - Self.period...middle + Self.period).map { position in
            let likeness = heard.likeness(range, to: references[last.reference], at: position)
            return (Place(frame: index, reference: last.reference, position: position), likeness)
        }
        return found.max { $0.1 < $1.1 } ?? (Place(frame: index, reference: last.reference, position: middle), 0)
    }

    /// Without a gap in the packets little is left out or said again: that what follows is alike is enough, also where coding has
    /// made the window as a whole less so.
    private func goesOn(_ index: Int, _ straight: Place, _ heard: Waveform, _ voice: ReceivedVoice) -> Bool {
        let before = max(1, index - Self.patience + 1)...index
        guard before.allSatisfy(voice.continues) else { return false }
        let range = Self.range(index, frames: Self.patience)
        return heard.likeness(range, to: references[straight.reference], at: straight.position) > Self.alike
    }

    /// Marks the frames before, as far as they are part of it. Sentences that begin with the same words cannot be told apart
    /// before they differ: what was taken for another's beginning is this one's, if it fits.
    private func goBack(
        from place: Place, _ heard: Waveform, _ voice: ReceivedVoice, _ found: inout [HeardFrame?]
    ) {
        let reference = references[place.reference]
        var (index, strange) = (place.frame, [Int]())
        while index > 0, voice.continues(at: index), found[index - 1]?.reference != place.reference {
            index -= 1
            let position = place.position(of: index)
            guard position >= 0 else { return }
            guard !isStrange(Self.range(index), heard, reference, position) else {
                strange.append(index)
                guard strange.count < Self.patience else { return }
                continue
            }
            for between in strange + [index] { mark(between, place, heard, &found) }
            strange = []
        }
    }

    /// Frames before it that were taken for another part of the same reference become its own, as far as they fit it better.
    private func takeBack(
        from place: Place, _ heard: Waveform, _ voice: ReceivedVoice, _ found: inout [HeardFrame?]
    ) {
        let reference = references[place.reference]
        var (best, turn, sum, index) = (0.0, place.frame, 0.0, place.frame)
        while voice.continues(at: index), let other = found[index - 1], other.reference == place.reference {
            index -= 1
            let range = Self.range(index)
            sum += heard.likeness(range, to: reference, at: place.position(of: index))
            sum -= heard.likeness(range, to: reference, at: other.position / Waveform.factor)
            if sum > best { (best, turn) = (sum, index) }
        }
        for index in turn..<place.frame { mark(index, place, heard, &found) }
    }

    /// Marks the frames from there on; returns the first that is not part of it.
    private func follow(
        _ place: Place, _ heard: Waveform, _ voice: ReceivedVoice, _ found: inout [HeardFrame?]
    ) -> Int {
        let reference = references[place.reference]
        let start = place.frame
        var strange = 0
        var index = start
        while index < found.count, index == start || voice.continues(at: index) {
            let position = place.position(of: index)
            guard position + Self.size <= reference.count else { return max(start + 1, index - strange) }
            if isStrange(Self.range(index), heard, reference, position) {
                strange += 1
                guard strange < Self.patience else {
                    for wrong in (index - strange + 1)..<index { found[wrong] = nil }
                    return max(start + 1, index - strange + 1)
                }
            } else {
                strange = 0
            }
            mark(index, place, heard, &found)
            index += 1
        }
        return index
    }

    /// Whether there is nothing to be heard of the reference there, which is loud.
    func isMissing(_ range: Range<Int>, _ heard: Waveform, _ reference: Waveform, _ position: Int) -> Bool {
        let (own, theirs) = (heard.energy(range), reference.energy(position..<(position + range.count)))
        return own < Self.least && theirs > 20 * Self.least && own < theirs / 100
    }

    /// Whether a frame is not the reference's there: both have something to compare, and it is not alike; or one has
    /// nothing while the other is loud.
    private func isStrange(_ range: Range<Int>, _ heard: Waveform, _ reference: Waveform, _ position: Int) -> Bool {
        let (own, theirs) = (heard.energy(range), reference.energy(position..<(position + range.count)))
        if own < Self.least { return isMissing(range, heard, reference, position) }
        return theirs >= Self.least ? heard.likeness(range, to: reference, at: position) < 0.4 : own > 20 * Self.least
    }

    private func gain(_ range: Range<Int>, _ heard: Waveform, _ reference: Waveform, _ position: Int) -> Double? {
        let energy = reference.energy(position..<(position + range.count))
        guard energy >= Self.least else { return nil }
        return max(0, heard.product(range, with: reference, at: position) / energy)
    }
}
