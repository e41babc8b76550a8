import Glibc

extension SileroNetwork {
    /// Where each layer's numbers lie in one block of memory. Every layer with neighbours has a zero column on both sides.
    private enum Place {
        static let samples = 0  // 576 and 64 reflected
        static let magnitude = 640  // 6 columns of 136: zero, four, zero
        static let parts = magnitude + 6 * 136  // 258 real and imaginary parts of four columns
        static let first = parts + 258 * 4  // 6 columns of 128
        static let second = first + 6 * 128  // 4 columns of 64: zero, two, zero
        static let third = second + 4 * 64  // one column of 64
        static let cell = third + 64  // 128 of input, 128 of state
        static let gates = cell + 256  // 512
        static let count = gates + 512
    }

    /// The probability that the window is speech. `samples`: 64 of context, then 512; `state`: 128 of output, 128 of cell,
    /// which is changed.
    package func probability(of samples: [Float], state: inout [Float]) -> Float {
        precondition(samples.count == Self.window + Self.context, "a window has 64 samples of context and 512 new ones")
        precondition(state.count == 2 * Self.width, "the state is an output and a cell of 128")
        return unsafe withUnsafeTemporaryAllocation(of: Float.self, capacity: Place.count) { memory in
            unsafe memory.initialize(repeating: 0)
            guard let base = memory.baseAddress else { return 0 }
            unsafe load(samples, into: base)
            unsafe transformWindow(base)
            unsafe convolve(base)
            unsafe recur(base, state: &state)
            var logit: Float = 0
            unsafe output.apply(base + Place.cell) { _, value in logit = value }
            return 1 / (1 + expf(-logit))
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
            unsafe base[Place.cell + row] = max(0, value)
        }
    }

    /// One step of the LSTM; leaves the rectified output at the start of the cell's place.
    private func recur(_ base: UnsafeMutablePointer<Float>, state: inout [Float]) {
        for index in 0..<Self.width { unsafe base[Place.cell + Self.width + index] = state[index] }
        unsafe gates.apply(base + Place.cell) { row, value in unsafe base[Place.gates + row] = value }
        for index in 0..<Self.width {
            let gate = unsafe base + Place.gates + index
            let input = unsafe logistic(gate[0])
            let forget = unsafe logistic(gate[128])
            let candidate = unsafe tanhf(gate[256])
            let exit = unsafe logistic(gate[384])
            let cell = forget * state[Self.width + index] + input * candidate
            let value = exit * tanhf(cell)
            state[Self.width + index] = cell
            state[index] = value
            unsafe base[Place.cell + index] = max(0, value)
        }
    }

    @inline(__always)
    private func logistic(_ x: Float) -> Float { 1 / (1 + expf(-x)) }
}
