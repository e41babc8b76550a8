package import Audio

/// How the voice ended: falling in pitch and loudness, as at the end of a turn, or level, rising or drawn out, as by someone
/// who goes on.
package struct Prosody: Hashable, Sendable {
    /// The voiced end that is looked at: 300 ms.
    private static let window = 15
    /// Frames with a pitch that it takes to say anything of the melody.
    private static let fewest = 6

    /// Change of pitch over the voiced end, in semitones a second; `nil` where too little was voiced.
    package let fall: Double?
    /// Change of loudness over the same, in decibels a second.
    package let fade: Double?
    /// The last voiced frames hardly change: a drawn-out vowel.
    package let isDrawnOut: Bool

    package init(_ voice: [VoiceActivity]) {
        let spoken = voice.suffix(100).filter(\.isSpeech).suffix(Self.window)
        let pitches = spoken.enumerated().compactMap { index, frame in
            frame.pitch.map { (Double(index), 12 * Self.log2(Double(max($0, 20)))) }
        }
        let levels = spoken.enumerated().map { (Double($0.offset), Double($0.element.level)) }
        let isVoiced = pitches.count >= Self.fewest
        let slope = isVoiced ? Self.slope(pitches) : nil
        let fading = isVoiced ? Self.slope(levels) : nil
        fall = slope.map { $0 * 50 }
        fade = fading.map { $0 * 50 }
        isDrawnOut = pitches.count >= 12 && abs(slope ?? 1) * 50 < 3 && abs(fading ?? 1) * 50 < 12
    }

    /// What the wait is multiplied by: from 0.75, clearly falling, to 1.35, rising or held.
    package var factor: Double {
        guard let fall, let fade else { return 1 }
        // A sentence falls by some 15 semitones a second at its end, and fades by 40 dB a second.
        let melody = min(max(fall / 15, -1), 1)
        let loudness = min(max(fade / 40, -1), 1)
        let held = isDrawnOut ? 0.15 : 0
        return min(max(1 + 0.17 * melody + 0.1 * loudness + held, 0.75), 1.35)
    }

    /// Least squares over (frame, value) pairs: the change from frame to frame.
    private static func slope(_ points: [(Double, Double)]) -> Double? {
        let count = Double(points.count)
        let meanX = points.reduce(0) { $0 + $1.0 } / count
        let meanY = points.reduce(0) { $0 + $1.1 } / count
        let spread = points.reduce(0) { $0 + ($1.0 - meanX) * ($1.0 - meanX) }
        guard spread > 0 else { return nil }
        return points.reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) } / spread
    }

    /// Binary logarithm of a positive number, by its exponent and a short series.
    private static func log2(_ value: Double) -> Double {
        let root = value.significand
        let ratio = (root - 1) / (root + 1)
        let square = ratio * ratio
        let series = ratio * (1 + square * (1 / 3 + square * (1 / 5 + square / 7)))
        return Double(value.exponent) + 2 * series * 1.4426950408889634
    }
}
