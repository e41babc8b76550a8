import Dialogue

/// What the caller's loudspeaker gets: 20 ms a tick, with hold and rewind. Times are milliseconds.
struct ScriptedPlayout {
    /// Sound of an utterance in a tick.
    struct Sound: Hashable {
        let time: Int
        let utterance: Int
        /// Its place in the utterance.
        let range: Range<Int>
        let isDucked: Bool
    }

    /// How a playout may fail to do what it is told; for tests of the laws.
    enum Fault: CaseIterable {
        case deafToHold, skipping, goingBackTooFar, tellingTwice
    }

    private struct Track {
        let utterance: Utterance
        var made = 0
        var position = 0
        var isFinished = false
    }

    var fault: Fault?
    private(set) var generation = 0
    private(set) var isHeld = false
    private(set) var isDucked = false
    private(set) var sounds: [Sound] = []
    private var track: Track?

    mutating func append(_ duration: Int, of utterance: Utterance) -> Bool {
        guard utterance.generation == generation else { return false }
        if track?.utterance.id != utterance.id { track = Track(utterance: utterance) }
        track?.made += duration
        return true
    }

    mutating func finish(_ utterance: Int) {
        if track?.utterance.id == utterance { track?.isFinished = true }
    }

    mutating func clear() {
        generation += 1
        (track, isHeld) = (nil, false)
    }

    mutating func duck(_ isDucked: Bool) { self.isDucked = isDucked }

    mutating func hold() { isHeld = fault != .deafToHold }

    /// Returns whether it was held, and had played as much as it is to go back.
    mutating func resume(rewind: Int) -> Bool {
        defer { isHeld = false }
        guard var track else { return isHeld && rewind == 0 }
        let isPossible = isHeld && rewind <= track.position
        let further = fault == .skipping ? 400 : fault == .goingBackTooFar ? -120 : 0
        track.position = max(0, track.position - rewind + further)
        self.track = track
        return isPossible
    }

    /// What leaves at this tick, and whether it is the utterance's last.
    mutating func pop(at time: Int) -> (sound: Sound, isLast: Bool)? {
        guard !isHeld, var track, track.position < track.made else { return nil }
        let end = min(track.position + 20, track.made)
        guard end - track.position == 20 || track.isFinished else { return nil }
        let sound = Sound(
            time: time, utterance: track.utterance.id, range: track.position..<end, isDucked: isDucked)
        sounds.append(sound)
        track.position = end
        let isLast = track.isFinished && end == track.made
        self.track = isLast ? nil : track
        return (sound, isLast)
    }

    /// How far an utterance was ever heard.
    func furthest(_ utterance: Int) -> Int {
        sounds.filter { $0.utterance == utterance }.map(\.range.upperBound).max() ?? 0
    }

    func sounds(of utterance: Int) -> [Sound] { sounds.filter { $0.utterance == utterance } }
}
