import Glibc
import Simulation

/// What a caller's microphone picks up of the agent: its loudspeaker in a room, with walls.
struct RoomEcho {
    /// Seconds in which the sound in the room falls by 60 dB.
    var reverberation: Double
    /// Decibels of what comes back, against what was played.
    var level: Double
    /// Milliseconds from our end to the loudspeaker and back.
    var delay: Int
    var seed: UInt64 = 1

    /// The direct sound, and as much energy from the walls: a sparse tail of single echoes that decays. At 16 kHz.
    private var response: [(delay: Int, weight: Float)] {
        var random = SeededGenerator(seed: seed)
        let last = Int(reverberation * 16_000 * 0.6)
        var tail: [(delay: Int, weight: Float)] = stride(from: 48, to: last, by: 120).map { start in
            let delay = start + Int.random(in: 0..<120, using: &random)
            let decay = Float(exp(-6.9 * Double(delay) / (reverberation * 16_000)))
            return (delay, Bool.random(using: &random) ? decay : -decay)
        }
        let energy = tail.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
        for index in tail.indices { tail[index].weight /= max(energy, 1e-6) }
        return [(0, 1)] + tail
    }

    /// What comes back of `played`, as long as it is: later, with the walls, without the low and the high, and quieter.
    func heard(of played: [Int16]) -> [Float] {
        var sum = [Float](repeating: 0, count: played.count)
        let late = 16 * delay
        let sound = played.map(Float.init)
        for tap in response where late + tap.delay < sum.count {
            let shift = late + tap.delay
            for index in shift..<sum.count { sum[index] += tap.weight * sound[index - shift] }
        }
        var (low, dark): (Float, Float) = (0, 0)
        for index in sum.indices {
            low += (sum[index] - low) * 0.08
            dark += (sum[index] - low - dark) * 0.7
            sum[index] = dark
        }
        let gain = Float(pow(10, level / 20)) * Self.loudness(played.map(Float.init)) / max(1, Self.loudness(sum))
        var random = SeededGenerator(seed: seed &+ 1)
        return sum.map { gain * $0 + Float.random(in: -6...6, using: &random) }
    }

    static func loudness(_ sound: some Collection<Float>) -> Float {
        (sound.reduce(0) { $0 + $1 * $1 } / Float(max(1, sound.count))).squareRoot()
    }
}
