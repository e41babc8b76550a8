import Foundation

/// The distance between a call's speech and its background, from the levels of its 20 ms frames.
///
/// Removing noise helps below 28 dB and harms above, so the recogniser asks here before each utterance.
struct NoiseMeter: Sendable {
    /// Frames per whole decibel of level, 0…96.
    private var frames = [Int](repeating: 0, count: 97)
    private var count = 0

    /// One second: before that nothing is known.
    private static let enough = 50
    /// Half of everything is forgotten after a minute, so that the meter follows the call.
    private static let memory = 3000
    private static let frameLength = 320

    mutating func add(_ samples: [Int16]) {
        for start in stride(from: 0, to: samples.count - Self.frameLength + 1, by: Self.frameLength) {
            add(level: Self.level(samples[start..<(start + Self.frameLength)]))
        }
    }

    private mutating func add(level: Int) {
        frames[level] += 1
        count += 1
        guard count >= Self.memory else { return }
        for index in frames.indices { frames[index] /= 2 }
        count = frames.reduce(0, +)
    }

    /// Decibels between the loud frames (speech) and the quiet ones (background); nil until a second was heard.
    var signalToNoise: Int? {
        guard count >= Self.enough else { return nil }
        return percentile(90) - percentile(10)
    }

    private func percentile(_ percent: Int) -> Int {
        var left = count * percent / 100
        for (level, number) in frames.enumerated() {
            if left < number { return level }
            left -= number
        }
        return frames.count - 1
    }

    /// Root mean square in decibels above one step of a sample.
    private static func level(_ samples: ArraySlice<Int16>) -> Int {
        var energy: Int64 = 0
        for sample in samples { energy += Int64(sample) * Int64(sample) }
        guard energy > 0 else { return 0 }
        return min(96, max(0, Int(10 * log10(Double(energy) / Double(samples.count)))))
    }
}
