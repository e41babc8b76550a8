extension SileroNetwork {
    private typealias Lane = SIMD4<Float>

    /// Where each layer's numbers lie in one block of memory.
    private enum Place {
        static let input = 0  // 128, and later the rectified output
        static let state = 128  // 128 of output, 128 of cell
        static let gates = 384  // 512
        static let count = gates + 512
    }

    /// The probability that the window is speech. `samples`: 64 of context, then 512; `state`: 128 of output, 128 of cell,
    /// which is changed.
    package func probability(of samples: [Float], state: inout [Float]) -> Float {
        precondition(samples.count == Self.window + Self.context, "a window has 64 samples of context and 512 new ones")
        precondition(state.count == 2 * Self.width, "the state is an output and a cell of 128")
        let filtered = samples.allSatisfy { $0 == 0 } ? nil : filters.output(of: samples)
        return unsafe withUnsafeTemporaryAllocation(of: Float.self, capacity: Place.count) { memory in
            guard let base = memory.baseAddress else { return 0 }
            unsafe memory.initialize(repeating: 0)
            for index in 0..<(2 * Self.width) { unsafe base[Place.state + index] = state[index] }
            if let filtered {
                for index in 0..<Self.width { unsafe base[Place.input + index] = filtered[index] }
                unsafe input.apply(base + Place.input) { unsafe Self.store($1, at: base + Place.gates + $0) }
            } else {
                for index in 0..<(4 * Self.width) { unsafe base[Place.gates + index] = silence[index] }
            }
            unsafe recur(base)
            for index in 0..<(2 * Self.width) { unsafe state[index] = base[Place.state + index] }
            var logit = Lane.zero
            unsafe output.apply(base + Place.input) { _, values in logit = values }
            return Logistic.logistic(logit)[0]
        }
    }

    /// One step of the LSTM, from what the input adds to the gates; leaves the rectified output at the input's place.
    private func recur(_ base: UnsafeMutablePointer<Float>) {
        let gates = unsafe base + Place.gates
        unsafe memory.apply(base + Place.state) { unsafe Self.store(Self.load(gates + $0) + $1, at: gates + $0) }
        for index in stride(from: 0, to: Self.width, by: 4) {
            let (gate, place) = unsafe (gates + index, base + Place.state + index)
            let input = unsafe Logistic.logistic(Self.load(gate))
            let forget = unsafe Logistic.logistic(Self.load(gate + 128))
            let candidate = unsafe Logistic.tangent(Self.load(gate + 256))
            let exit = unsafe Logistic.logistic(Self.load(gate + 384))
            let cell = unsafe forget * Self.load(place + Self.width) + input * candidate
            let value = exit * Logistic.tangent(cell)
            unsafe Self.store(cell, at: place + Self.width)
            unsafe Self.store(value, at: place)
            unsafe Self.store(value.replacing(with: 0, where: value .< 0), at: base + Place.input + index)
        }
    }

    @inline(__always)
    private static func load(_ place: UnsafePointer<Float>) -> Lane {
        unsafe UnsafeRawPointer(place).loadUnaligned(as: Lane.self)
    }

    @inline(__always)
    private static func store(_ values: Lane, at place: UnsafeMutablePointer<Float>) {
        unsafe UnsafeMutableRawPointer(place).storeBytes(of: values, as: Lane.self)
    }
}
