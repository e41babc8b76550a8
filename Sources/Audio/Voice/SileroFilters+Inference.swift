extension SileroFilters {
    /// Where each layer's numbers lie in one block of memory. Every layer with neighbours has a zero column on both sides.
    private enum Place {
        static let samples = 0  // 576 and 64 reflected
        static let magnitude = 640  // 6 columns of 136: zero, four, zero
        static let parts = magnitude + 6 * 136  // 258 real and imaginary parts of four columns
        static let first = parts + 258 * 4  // 6 columns of 128
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
        let parts = unsafe base + Place.parts
        unsafe transform.applyFourTimes(base, step: 128) { row, values in
            for column in 0..<4 { unsafe parts[row * 4 + column] = values[column] }
        }
        for row in 0..<129 {
            for column in 0..<4 {
                let real = unsafe parts[row * 4 + column]
                let imaginary = unsafe parts[(row + 129) * 4 + column]
                let size = (real * real + imaginary * imaginary).squareRoot()
                unsafe base[Place.magnitude + (column + 1) * 136 + row] = size
            }
        }
    }

    /// Four convolutions, halving the moments twice: four, two, one.
    private func convolve(_ base: UnsafeMutablePointer<Float>) {
        unsafe first.applyFourTimes(base + Place.magnitude, step: 136) { row, values in
            for column in 0..<4 {
                unsafe base[Place.first + (column + 1) * 128 + row] = max(0, values[column])
            }
        }
        unsafe second.applyTwice(base + Place.first, step: 2 * 128) { row, left, right in
            unsafe base[Place.second + 64 + row] = max(0, left)
            unsafe base[Place.second + 128 + row] = max(0, right)
        }
        unsafe third.apply(base + Place.second) { row, value in
            unsafe base[Place.third + row] = max(0, value)
        }
        unsafe fourth.apply(base + Place.third) { row, value in
            unsafe base[Place.output + row] = max(0, value)
        }
    }
}
