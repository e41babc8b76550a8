/// Tells a voice near the microphone from a room full of them, by loudness alone.
///
/// One person's speech is full of weak sounds: among its last 2 s of voiced frames the loud tenth lies at least 13 dB above
/// the weak tenth (14 to 40 dB for the recorded callers). Many people at once fill each other's gaps: 12 dB at most. Where
/// that contrast is missing, and not because steady noise covers the weak sounds, the voices are a background, and only
/// what is louder than its loud moments is near.
struct NearVoice: Sendable {
    private static let window = 100
    /// Decibels.
    private static let contrast: Float = 12.5
    /// Judgements, five frames apart, that must agree.
    private static let judgements = 3
    private static let aboveNoise: Float = 10
    private static let aboveVoices: Float = 3
    /// Frames without a voice after which the background is forgotten: 1.5 s.
    private static let memory = 75
    /// Frames without a voice that show steady noise: 300 ms.
    private static let pause = 15
    private static let digitalSilence: Float = -100

    /// Levels of the voiced frames, newest last, and of those of them that were not near.
    private var voices = LevelWindow(capacity: Self.window)
    private var background = LevelWindow(capacity: Self.window)
    /// Levels of the last 200 ms.
    private var recent = LevelWindow(capacity: 10)
    /// The loud moments of the voices behind; `nil` while there are none.
    private(set) var loudness: Float?
    /// The steady noise between voices.
    private var noise: Float = Self.digitalSilence
    private var unvoiced = 0
    private var frames = 0
    /// Judgements in a row that found many voices.
    private var crowds = 0
    private(set) var isNear = false

    /// Takes one frame: its level in decibels of full scale, and whether there is a voice in it.
    mutating func step(level: Float, isVoice: Bool) {
        recent.append(level)
        guard isVoice else { return rest(level) }
        unvoiced = 0
        frames += 1
        voices.append(level)
        if frames % 5 == 0 { judge() }
        guard let loudness else {
            isNear = true
            return
        }
        if isNear {
            isNear = recent.most >= loudness
        } else {
            isNear = recent.mean(of: 3) >= loudness + Self.aboveVoices
            if !isNear { background.append(level) }
        }
    }

    private mutating func rest(_ level: Float) {
        isNear = false
        unvoiced += 1
        if unvoiced == Self.memory { (loudness, voices, background) = (nil, voices.emptied, background.emptied) }
        guard unvoiced >= Self.pause else { return }
        noise = unvoiced == Self.pause ? level : noise + (level - noise) * 0.1
    }

    /// Whether the voices of the last 2 s are one or many, and how loud those behind are.
    private mutating func judge() {
        let (weak, loud) = voices.tenths
        let isCrowd = voices.isFull && loud - weak < Self.contrast && weak > noise + Self.aboveNoise
        crowds = isCrowd ? crowds + 1 : 0
        if crowds >= Self.judgements, loudness == nil {
            loudness = loud
            background = voices
            isNear = false
        }
        if loudness != nil, background.isFull { loudness = background.tenths.loud }
    }
}
