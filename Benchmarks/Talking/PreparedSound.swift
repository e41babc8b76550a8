import Audio
import Foundation

/// Sound without a pause: what is like speech and may not have a gap.
struct PreparedSound: Hashable, Sendable {
    static let rate = 16_000
    /// So loud a frame of the recordings is speech.
    private static let loud = 0.02

    let samples: [Int16]

    /// - Parameter seconds: of the recordings' speech, again from the first where there is not enough.
    init(seconds: Double) throws {
        let frame = AudioFrame.sampleCount(at: Self.rate)
        let speech = try Recordings.speech(frames: 1000)
        var loud: [Int16] = []
        for start in stride(from: 0, to: speech.count - frame, by: frame) {
            let part = Array(speech[start..<(start + frame)])
            if LevelMeter.rootMeanSquare(part) >= Self.loud { loud += part }
        }
        guard !loud.isEmpty else { throw BenchFailure("the recordings are silent") }
        let wanted = Int(seconds * Double(Self.rate))
        while loud.count < wanted { loud += loud }
        samples = Array(loud.prefix(wanted))
    }

    /// Raw 16-bit samples, for programs of others.
    var raw: Data {
        Data(samples.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] })
    }

    /// Its packets, 20 ms each.
    func packets() throws -> [[UInt8]] {
        let frame = AudioFrame.sampleCount(at: Self.rate)
        var encoder = try OpusEncoder(OpusEncoder.Configuration(rate: Self.rate))
        return try stride(from: 0, to: samples.count / frame * frame, by: frame).map {
            try encoder.encode(Array(samples[$0..<($0 + frame)]))
        }
    }
}
