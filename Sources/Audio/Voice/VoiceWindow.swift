/// The newest frames, up to `capacity` of them: how loud they are, and how like a single voice. The oldest give way.
struct VoiceWindow: Sendable {
    /// One frame.
    struct Sound: Sendable {
        /// Decibels of full scale.
        var level: Float
        /// `PitchMeter.likeness`.
        var likeness: Float
    }

    /// Among this many frames the loud ones are found; of fewer they are taken to lie further up.
    private static let few = 10
    private static let fewSpread: Float = 2
    /// Where one voice and many are equally likely, and what is as strong a sign as another.
    private static let middle = (likeness: Float(0.85), contrast: Float(12))
    private static let scale = (likeness: Float(0.07), contrast: Float(4))

    private var sounds: [Sound] = []
    private var oldest = 0
    private let capacity: Int

    init(capacity: Int) {
        self.capacity = capacity
        sounds.reserveCapacity(capacity)
    }

    var count: Int { sounds.count }
    var isEmpty: Bool { sounds.isEmpty }

    mutating func append(_ sound: Sound) {
        if sounds.count < capacity {
            sounds.append(sound)
        } else {
            sounds[oldest] = sound
            oldest = (oldest + 1) % capacity
        }
    }

    mutating func removeAll() {
        sounds.removeAll(keepingCapacity: true)
        oldest = 0
    }

    /// Has the frames of another window, and no others.
    mutating func replace(with other: VoiceWindow) {
        removeAll()
        for index in other.sounds.indices { append(other.sounds[(other.oldest + index) % other.sounds.count]) }
    }

    /// The levels below which a tenth, a half and nine tenths of the frames lie.
    var levels: (weak: Float, median: Float, loud: Float) {
        let sorted = sounds.map(\.level).sorted()
        guard !sorted.isEmpty else { return (0, 0, 0) }
        let (tenth, median) = (sorted.count / 10, sorted[sorted.count / 2])
        let loud = sorted[sorted.count - 1 - tenth]
        return (sorted[tenth], median, sorted.count < Self.few ? max(loud, median + Self.fewSpread) : loud)
    }

    /// The signs of one voice less those of many, about −5 to 5.
    ///
    /// One voice is full of weak sounds, 13 dB and more below the loud ones, and its loud sounds repeat themselves a period
    /// later almost exactly. Many voices fill each other's gaps, and none of their periods fits the sum.
    var singleness: Float {
        let (weak, median, loud) = levels
        let strong = sounds.filter { $0.level >= median }
        let likeness = strong.reduce(0) { $0 + $1.likeness } / Float(max(1, strong.count))
        return (likeness - Self.middle.likeness) / Self.scale.likeness
            + (loud - weak - Self.middle.contrast) / Self.scale.contrast
    }

    /// The mean likeness of the newest `wanted`; `nil` while there are fewer.
    func likeness(ofNewest wanted: Int) -> Float? {
        guard sounds.count >= wanted else { return nil }
        let newest = sounds.count < capacity ? sounds.count - 1 : (oldest + capacity - 1) % capacity
        return (0..<wanted).reduce(0) { $0 + sounds[(newest - $1 + sounds.count) % sounds.count].likeness }
            / Float(wanted)
    }
}
