import Glibc

/// Tells a voice near the microphone from a room full of them.
///
/// After a rest without any voice, what begins is near, at once: the first word counts. But what has the signs of many
/// voices (`VoiceWindow.singleness`) for half a second is a background, and from then on only that is near which rises out
/// of it: the mean of 320 ms above its usual level by more than its own loud moments. At the beginning of a call, before any
/// rest, what is heard first is the background in the same way, unless it has the sign of one voice. A background is
/// forgotten after 1.5 s without a voice, when it proves to be one voice, and when it was no louder than the steady noise.
struct NearVoice: Sendable {
    /// Probability of a voice below which there is no trace of one, and below which the network is at rest.
    private static let trace: Float = 0.2
    private static let calm: Float = 0.1
    /// Frames of rest that end what was heard at the beginning; frames without a trace after which a background is forgotten.
    private static let rest = 10
    private static let memory = 75
    /// Frames in which the network's own memory settles.
    private static let settling = 60
    /// Frames with a voice before there is a judgement, between judgements, and judgements that agree.
    private static let enough = 20
    private static let between = 5
    private static let agreeing = 2
    /// Of `singleness`: below it are many voices, of few frames and of more; a background above it is one after all.
    private static let many: (few: Float, more: Float) = (-2.5, -1)
    private static let more = 40
    private static let one: Float = 1
    /// Frames of the background that can be judged, and judgements in a row that find one voice in it.
    private static let judgeable = 100
    private static let doubts = 4
    /// Likeness over this many frames that shows one voice at the beginning of a call.
    private static let clear = (likeness: Float(0.9), frames: 6)
    /// In parts of the distance from the background's median to its loud moments: where nearness begins and ends.
    private static let begin: Float = 1.35
    private static let end: Float = 0
    /// Decibels.
    private static let leastRise: Float = 0.5
    private static let leastSpread: Float = 0.3
    /// Decibels above what sounds between the voices: the weak sounds of many voices, and a background that is one.
    private static let aboveNoise: Float = 10
    private static let noisy: Float = 12
    /// Frames with a voice since the last rest after which the noise is not known any more.
    private static let noiseMemory = 220
    /// Frames of nearness in a row after which it is judged like the first.
    private static let monologue = 100
    /// Frames that are not yet background: the beginning of a word is none.
    private static let delay = 6

    /// Frames with a voice, near or not; those that were not near; those of the present rest.
    private var voices = VoiceWindow(capacity: 100)
    private var background = VoiceWindow(capacity: 200)
    private var resting = VoiceWindow(capacity: Self.rest)
    /// What may become background, oldest first.
    private var pending: [VoiceWindow.Sound] = []
    /// Mean squares of the last 320 ms.
    private var powers = [Float](repeating: 0, count: 16)
    private var frames = 0
    private var voiceFrames = 0
    private var restFrames = 0
    private var tracelessFrames = 0
    private var nearFrames = 0
    /// What sounds between the voices, and the frames with a voice since it was heard.
    private var noise = VoiceWindow(capacity: 100)
    private var noiseAge = 0
    /// Judgements in a row that found many voices, or one in the background.
    private var crowds = 0
    private var singles = 0
    /// There was a rest since the beginning, or something near.
    private var hasRested = false
    private var hasBegun = false
    /// Many voices are known to be behind.
    private(set) var isCrowded = false
    private(set) var isNear = false

    /// Takes one frame: whether there is a voice in it, and how likely.
    mutating func step(_ sound: VoiceWindow.Sound, isVoice: Bool, probability: Float) {
        powers[frames % powers.count] = powf(10, sound.level / 10)
        frames += 1
        tracelessFrames = probability < Self.trace ? tracelessFrames + 1 : 0
        restFrames = probability < Self.calm ? restFrames + 1 : 0
        if tracelessFrames > 0 { rest(sound) } else { resting.removeAll() }
        guard isVoice else {
            (isNear, nearFrames) = (false, 0)
            if !hasBegun || tracelessFrames == 0 { join(sound) }
            return
        }
        voices.append(sound)
        voiceFrames += 1
        noiseAge += 1
        if noiseAge > Self.noiseMemory { noise.removeAll() }
        if voiceFrames % Self.between == 0 { judge() }
        isNear = rises()
        nearFrames = isNear ? nearFrames + 1 : 0
        guard isNear else { return join(sound) }
        hasBegun = true
        pending.removeAll(keepingCapacity: true)
    }

    /// There is no trace of a voice.
    private mutating func rest(_ sound: VoiceWindow.Sound) {
        resting.append(sound)
        if restFrames >= Self.rest, frames > Self.settling {
            hasRested = true
            noise.append(sound)
            noiseAge = 0
            if isCrowded, background.levels.median < noise.levels.loud + Self.noisy { forget() }
        }
        guard tracelessFrames == Self.memory else { return }
        forget()
        voices.removeAll()
    }

    /// The background is what is heard now.
    private mutating func forget() {
        background.replace(with: resting)
        pending.removeAll(keepingCapacity: true)
        (isCrowded, crowds, singles) = (false, 0, 0)
    }

    /// Becomes background, unless it turns out to be the beginning of something near.
    private mutating func join(_ sound: VoiceWindow.Sound) {
        pending.append(sound)
        if pending.count > Self.delay { background.append(pending.removeFirst()) }
    }

    /// Whether this voice is near.
    private mutating func rises() -> Bool {
        if background.isEmpty || (hasRested && !isCrowded) || (isNear && !isCrowded) { return true }
        let (_, median, loud) = background.levels
        let spread = max(loud - median, Self.leastSpread)
        let level = 10 * log10f(powers.reduce(0, +) / Float(powers.count))
        if isNear { return level >= median + Self.end * spread }
        if level >= median + max(Self.leastRise, Self.begin * spread) { return true }
        guard !isCrowded, let likeness = voices.likeness(ofNewest: Self.clear.frames),
            likeness >= Self.clear.likeness
        else { return false }
        background.removeAll()
        return true
    }

    /// Whether the voices are one or many.
    private mutating func judge() {
        if !isCrowded || nearFrames > Self.monologue {
            guard voices.count >= Self.enough else { return }
            let isAboveNoise = noise.isEmpty || voices.levels.weak > noise.levels.loud + Self.aboveNoise
            let limit = voices.count < Self.more ? Self.many.few : Self.many.more
            crowds = isAboveNoise && voices.singleness < limit ? crowds + 1 : 0
            guard crowds >= Self.agreeing else { return }
            background.replace(with: voices)
            (isCrowded, isNear, singles) = (true, false, 0)
        } else if background.count >= Self.judgeable {
            singles = background.singleness > Self.one ? singles + 1 : 0
            guard singles >= Self.doubts else { return }
            background.removeAll()
            (isCrowded, crowds) = (false, 0)
        }
    }
}
