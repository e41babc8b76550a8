extension SileroFilters {
    /// Where each layer's numbers lie in one block of memory. Every layer with neighbours has a zero column on both sides.
    private enum Place {
        static let samples = 0  // 576 and 64 reflected
        static let magnitude = 640  // 6 columns of 136: zero, four, zero
        static let first = magnitude + 6 * 136  // 6 columns of 128
        static let second = first + 6 * 128  // 4 columns of 64: zero, two, zero
        static let third = second + 4 * 64  // one column of 64
        static let output = third + 64  // 128
        static let count = output + 128
    }

    /// The 128 numbers of a window of 576 samples.
    func output(of samples: [Float]) -> [Float] {
        unsafe withUnsafeTemporaryAllocation(of: Float.self, capacity: Place.count) { memory in
            unsafe memory.initialize(repeating: 0)
            guard let base = memory.baseAddress else { return [] }
            unsafe load(samples, into: base)
            unsafe transformWindow(base)
            unsafe convolve(base)
            return unsafe Array(memory[Place.output..<Place.count])
        }
    }

    /// The samples, and their last 64 mirrored at the end.
    private func load(_ samples: [Float], into base: UnsafeMutablePointer<Float>) {
        for index in 0..<576 { unsafe base[index] = samples[index] }
        for index in 0..<64 { unsafe base[576 + index] = samples[574 - index] }
    }

    /// The magnitudes of 129 frequencies at four moments.
    private func transformWindow(_ base: UnsafeMutablePointer<Float>) {
        unsafe spectrum.apply(base, step: 128) { bin, magnitudes in
            for column in 0..<4 { unsafe base[Place.magnitude + (column + 1) * 136 + bin] = magnitudes[column] }
        }
    }

    /// Four convolutions, halving the moments twice: four, two, one.
    private func convolve(_ base: UnsafeMutablePointer<Float>) {
        for column in [0, 2] {
            unsafe first.applyTwice(base + Place.magnitude + column * 136, step: 136) { row, left, right in
                unsafe Self.store(left, at: base + Place.first + (column + 1) * 128 + row)
                unsafe Self.store(right, at: base + Place.first + (column + 2) * 128 + row)
            }
        }
        unsafe second.applyTwice(base + Place.first, step: 2 * 128) { row, left, right in
            unsafe Self.store(left, at: base + Place.second + 64 + row)
            unsafe Self.store(right, at: base + Place.second + 128 + row)
        }
        unsafe third.apply(base + Place.second) { unsafe Self.store($1, at: base + Place.third + $0) }
        unsafe fourth.apply(base + Place.third) { unsafe Self.store($1, at: base + Place.output + $0) }
    }

    /// Four rows, rectified.
    @inline(__always)
    private static func store(_ values: SIMD4<Float>, at place: UnsafeMutablePointer<Float>) {
        let rectified = values.replacing(with: 0, where: values .< 0)
        unsafe UnsafeMutableRawPointer(place).storeBytes(of: rectified, as: SIMD4<Float>.self)
    }
}
