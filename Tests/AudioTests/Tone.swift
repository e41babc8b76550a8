import Glibc

/// Sounds that are known exactly.
enum Tone {
    /// A sine of `frequency` hertz.
    static func sine(_ frequency: Double, rate: Int, count: Int, amplitude: Double = 8_000) -> [Int16] {
        (0..<count).map { Int16((amplitude * sin(2 * .pi * frequency * Double($0) / Double(rate))).rounded()) }
    }

    /// Samples that are all the same, so that their root mean square is `level` exactly.
    static func square(_ level: Int16, count: Int = 320) -> [Int16] {
        (0..<count).map { $0 % 2 == 0 ? level : -level }
    }

    /// The root mean square in units of samples.
    static func loudness(_ samples: some Collection<Int16>) -> Double {
        (samples.reduce(0.0) { $0 + Double($1) * Double($1) } / Double(max(1, samples.count))).squareRoot()
    }

    /// How strongly `frequency` is in the samples, as the amplitude of its sine.
    static func amplitude(of frequency: Double, in samples: some Collection<Int16>, rate: Int) -> Double {
        var (real, imaginary) = (0.0, 0.0)
        for (index, sample) in samples.enumerated() {
            let angle = 2 * .pi * frequency * Double(index) / Double(rate)
            real += Double(sample) * cos(angle)
            imaginary += Double(sample) * sin(angle)
        }
        return 2 * (real * real + imaginary * imaginary).squareRoot() / Double(samples.count)
    }
}
