/// How likely what the microphone brings is our own voice, come back through the caller's loudspeaker.
///
/// What was played and what is heard are brought to 4 kHz and their spectra flattened; then the play of every delay from 0
/// to 600 ms is correlated with the heard sound over some 130 ms. Strangers' voices reach a tenth of a full correlation; an
/// echo reaches more, always at the same delay, which is learnt over seconds. Once it is known, the correlation there is
/// compared with what it usually is for nothing but echo: a caller who speaks over the echo, louder than it, brings it down
/// at once. Costs 0.2 % of a core while we speak and in the second after, and nothing otherwise.
package struct EchoGauge: Sendable {
    /// 4 kHz; a frame of 20 ms has 80 samples.
    private static let rate = 4_000
    private static let frame = 80
    /// What each frame leaves of the correlations before: the momentary ones and those that find the delay.
    private static let fast: Float = 0.86
    private static let slow: Float = 0.985
    /// Below this power a frame is silence, full scale being 1.
    private static let silence: Float = 1e-6
    /// A delay is known from this part of a full correlation on.
    private static let known: Float = 0.08
    /// Samples around the known delay that count as it.
    private static let around = 8
    /// Frames of play that may still come back.
    private static let memory = 50

    private var far: EchoBand
    private var near: EchoBand
    private var momentary = DelayCorrelation(forgetting: Self.fast)
    private var lasting = DelayCorrelation(forgetting: Self.slow)
    /// Play of the last 600 ms, and of the present frame behind it.
    private var play = [Float](repeating: 0, count: DelayCorrelation.delays + Self.frame)
    /// What the momentary correlation at the known delay usually is while nothing but echo comes.
    private var usual: Float = 0.3
    private var framesSincePlay = Self.memory + 1
    private var latest = [Float](repeating: 0, count: Self.frame)

    /// 0 to 1, of the frame heard last.
    package private(set) var likelihood: Float = 0

    /// - Parameters:
    ///   - heard: samples a second of the microphone.
    ///   - played: samples a second of our voice.
    package init(heard: Int = 16_000, played: Int = 16_000) {
        near = EchoBand(from: heard, to: Self.rate)
        far = EchoBand(from: played, to: Self.rate)
    }

    /// What we play in these 20 ms; `nil` is silence.
    package mutating func played(_ samples: [Int16]?, rate: Int) {
        if rate != far.source, rate > 0 { far = EchoBand(from: rate, to: Self.rate) }
        if samples == nil, framesSincePlay > Self.memory { return }
        framesSincePlay = samples == nil ? framesSincePlay + 1 : 0
        latest = far.frame(samples, count: Self.frame)
    }

    /// 20 ms of the microphone. To be called once for each `played`.
    package mutating func heard(_ samples: [Int16]) {
        guard framesSincePlay <= Self.memory else { return forgetMoment() }
        let sound = near.frame(samples, count: Self.frame)
        play.removeFirst(Self.frame)
        play += latest
        let products = DelayCorrelation.Products(play: play, sound: sound)
        momentary.add(products)
        lasting.add(products)
        likelihood = judge(loudness: products.energy / Float(Self.frame))
    }

    package mutating func reset() {
        let rate = far.source
        self = EchoGauge(heard: near.source, played: rate)
    }

    private mutating func forgetMoment() {
        likelihood = 0
        momentary = DelayCorrelation(forgetting: Self.fast)
    }

    private mutating func judge(loudness: Float) -> Float {
        guard loudness > Self.silence else { return 0 }
        let usualDelay = lasting.strongest
        guard usualDelay.share > Self.known else { return Self.part(momentary.strongest.share, of: 0.22...0.45) }
        let share = momentary.most(around: usualDelay.delay, by: Self.around)
        let ratio = share / usual
        // Learnt quickly upwards, slowly downwards, and hardly at all while somebody speaks over it.
        usual = max(0.12, usual + (share - usual) * (ratio > 1 ? 0.1 : (ratio > 0.25 ? 0.02 : 0.003)))
        return Self.part(ratio, of: 0.25...0.6)
    }

    /// Where `value` lies in the range, from 0 to 1.
    private static func part(_ value: Float, of range: ClosedRange<Float>) -> Float {
        min(1, max(0, (value - range.lowerBound) / (range.upperBound - range.lowerBound)))
    }
}
