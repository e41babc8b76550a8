import Glibc

/// How loud a frame is.
package enum LevelMeter {
    /// The root mean square of the samples as a part of full scale: `sqrt(mean(samples²)) / 32768` (document 004).
    /// An empty frame is silent.
    package static func rootMeanSquare(_ samples: [Int16]) -> Double {
        guard !samples.isEmpty else { return 0 }
        var sum: Int64 = 0
        for sample in samples {
            let wide = Int32(sample)
            sum &+= Int64(wide &* wide)
        }
        return (Double(sum) / Double(samples.count)).squareRoot() / 32_768
    }

    /// The loudness in decibels of full scale, 0 to -100; an empty or silent frame has -100.
    package static func decibels(_ samples: [Int16]) -> Float {
        Float(20 * log10(max(rootMeanSquare(samples), 1e-5)))
    }

    /// The level in −dBov for the audio level header extension (RFC 6464, section 3): 0 is full scale, 127 is silence.
    package static func level(of samples: [Int16]) -> UInt8 {
        let loudness = rootMeanSquare(samples)
        guard loudness > 0 else { return 127 }
        return UInt8(min(127, max(0, (-20 * log10(loudness)).rounded())))
    }
}
