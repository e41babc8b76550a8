import Glibc

/// The magnitudes of 129 frequencies in 256 samples under a Hann window, for four stretches of sound at once: one in each
/// lane.
///
/// Two neighbouring samples are taken for one complex number: half the transform, and a step that takes it apart again.
struct WindowSpectrum: Sendable {
    typealias Lane = SIMD4<Float>

    static let size = 256
    static let bins = size / 2 + 1
    private static let half = size / 2

    /// The Hann window, one period of it.
    private let window: [Float]
    /// Points of the circle, clockwise: 256 to the turn, half of them.
    private let cosines: [Float]
    private let sines: [Float]
    /// Where each complex number begins: the bits of its number the other way round.
    private let places: [Int]

    init() {
        let turn = 2 * Double.pi / Double(Self.size)
        window = (0..<Self.size).map { Float(0.5 - 0.5 * cos(turn * Double($0))) }
        cosines = (0..<Self.half).map { Float(cos(turn * Double($0))) }
        sines = (0..<Self.half).map { Float(-sin(turn * Double($0))) }
        let bits = Self.half.trailingZeroBitCount
        places = (0..<Self.half).map { index in
            (0..<bits).reduce(0) { $0 | (index >> $1 & 1) << (bits - 1 - $1) }
        }
    }

    /// - Parameters:
    ///   - samples: four stretches, `step` samples apart.
    ///   - body: is given the magnitudes, frequency by frequency.
    @inline(__always)
    func apply(_ samples: UnsafePointer<Float>, step: Int, body: (_ bin: Int, _ magnitudes: Lane) -> Void) {
        unsafe withUnsafeTemporaryAllocation(of: Lane.self, capacity: 2 * Self.half) { memory in
            guard let real = memory.baseAddress else { return }
            let imaginary = unsafe real + Self.half
            unsafe load(samples, step: step, real, imaginary)
            unsafe transform(real, imaginary)
            unsafe separate(real, imaginary, body: body)
        }
    }

    private func load(
        _ samples: UnsafePointer<Float>, step: Int, _ real: UnsafeMutablePointer<Lane>,
        _ imaginary: UnsafeMutablePointer<Lane>
    ) {
        for index in 0..<Self.half {
            let (even, odd) = unsafe (samples + 2 * index, samples + 2 * index + 1)
            let place = places[index]
            unsafe real[place] = window[2 * index] * Lane(even[0], even[step], even[2 * step], even[3 * step])
            unsafe imaginary[place] = window[2 * index + 1] * Lane(odd[0], odd[step], odd[2 * step], odd[3 * step])
        }
    }

    /// Cooley and Tukey's transform of 128 complex numbers, in place: pairs, then pairs of pairs, and so on.
    private func transform(_ real: UnsafeMutablePointer<Lane>, _ imaginary: UnsafeMutablePointer<Lane>) {
        var width = 1
        while width < Self.half {
            let stride = Self.half / width
            for offset in 0..<width {
                let (cosine, sine) = (cosines[offset * stride], sines[offset * stride])
                for first in Swift.stride(from: offset, to: Self.half, by: 2 * width) {
                    let second = first + width
                    let (a, b) = unsafe (real[second], imaginary[second])
                    let (x, y) = (a * cosine - b * sine, a * sine + b * cosine)
                    unsafe (real[second], imaginary[second]) = (real[first] - x, imaginary[first] - y)
                    unsafe (real[first], imaginary[first]) = (real[first] + x, imaginary[first] + y)
                }
            }
            width *= 2
        }
    }

    /// From the transform of the pairs to the spectrum of the samples, a frequency and its mirror at a time.
    @inline(__always)
    private func separate(
        _ real: UnsafeMutablePointer<Lane>, _ imaginary: UnsafeMutablePointer<Lane>,
        body: (_ bin: Int, _ magnitudes: Lane) -> Void
    ) {
        let (first, last) = unsafe (real[0] + imaginary[0], real[0] - imaginary[0])
        body(0, Self.magnitude(first, .zero))
        body(Self.half, Self.magnitude(last, .zero))
        for bin in 1...(Self.half / 2) {
            let mirror = Self.half - bin
            let (a, b) = unsafe (real[bin], imaginary[bin])
            let (c, d) = unsafe (real[mirror], imaginary[mirror])
            // The spectra of the even samples and of the odd ones.
            let (evenReal, evenImaginary) = ((a + c) * 0.5, (b - d) * 0.5)
            let (oddReal, oddImaginary) = ((b + d) * 0.5, (c - a) * 0.5)
            let (cosine, sine) = (cosines[bin], sines[bin])
            let (x, y) = (oddReal * cosine - oddImaginary * sine, oddReal * sine + oddImaginary * cosine)
            body(bin, Self.magnitude(evenReal + x, evenImaginary + y))
            body(mirror, Self.magnitude(evenReal - x, y - evenImaginary))
        }
    }

    @inline(__always)
    private static func magnitude(_ real: Lane, _ imaginary: Lane) -> Lane {
        (real * real + imaginary * imaginary).squareRoot()
    }
}
