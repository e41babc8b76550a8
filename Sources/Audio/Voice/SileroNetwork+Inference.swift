import Glibc

extension SileroNetwork {
    /// Where each layer's numbers lie in one block of memory.
    private enum Place {
        static let cell = 0  // 128 of input, 128 of state
        static let gates = 256  // 512
        static let count = gates + 512
    }

    /// The probability that the window is speech. `samples`: 64 of context, then 512; `state`: 128 of output, 128 of cell,
    /// which is changed.
    package func probability(of samples: [Float], state: inout [Float]) -> Float {
        precondition(samples.count == Self.window + Self.context, "a window has 64 samples of context and 512 new ones")
        precondition(state.count == 2 * Self.width, "the state is an output and a cell of 128")
        let isSilent = samples.allSatisfy { $0 == 0 }
        let input = isSilent ? silence : filters.output(of: samples)
        return unsafe withUnsafeTemporaryAllocation(of: Float.self, capacity: Place.count) { memory in
            unsafe memory.initialize(repeating: 0)
            guard let base = memory.baseAddress else { return 0 }
            for index in 0..<Self.width { unsafe base[Place.cell + index] = input[index] }
            unsafe recur(base, state: &state)
            var logit: Float = 0
            unsafe output.apply(base + Place.cell) { _, value in logit = value }
            return 1 / (1 + expf(-logit))
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
