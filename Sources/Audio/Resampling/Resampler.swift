/// Changes the rate of one mono stream, keeping its state from piece to piece.
///
/// `.polyphase` is a windowed-sinc filter with 48 taps a phase: aliases lie 80 dB down and the delay is 1.5 ms between 48
/// and 16 kHz. `.polyphaseShort` has 32: 60 dB, 1 ms. `.linear` is the rule of document 004, kept by name for
/// comparison: everything above the new half rate folds back.
package struct Resampler: Sendable {
    package enum Mode: Hashable, Sendable {
        case polyphase, polyphaseShort, linear
    }

    package let source: Int
    package let target: Int
    private var engine: Engine

    private enum Engine: Sendable {
        case same
        case polyphase(PolyphaseFilter)
        case linear(LinearInterpolator)
    }

    /// Rates may be anything from 8 to 48 kHz whose ratio is a fraction with small terms, such as 44 100 to 16 000.
    package init(from source: Int, to target: Int, mode: Mode = .polyphase) {
        precondition(source > 0 && target > 0, "a rate is a positive number of samples a second")
        self.source = source
        self.target = target
        if source == target {
            engine = .same
        } else {
            let ratio = Ratio(source: source, target: target)
            switch mode {
            case .polyphase: engine = .polyphase(PolyphaseFilter(ratio: ratio, taps: 48, shape: 8))
            case .polyphaseShort: engine = .polyphase(PolyphaseFilter(ratio: ratio, taps: 32, shape: 6))
            case .linear: engine = .linear(LinearInterpolator(ratio: ratio))
            }
        }
    }

    /// The next samples at the target rate. A 20 ms piece gives a 20 ms piece when both rates are multiples of 50.
    package mutating func process(_ samples: [Int16]) -> [Int16] {
        switch engine {
        case .same:
            return samples
        case .polyphase(var filter):
            // The old value must go before the new one is changed, or its buffers would be copied.
            engine = .same
            defer { engine = .polyphase(filter) }
            return filter.process(samples)
        case .linear(var interpolator):
            engine = .same
            defer { engine = .linear(interpolator) }
            return interpolator.process(samples)
        }
    }

    /// The tail that the filter still holds: for the end of a stream whose last samples matter.
    package mutating func flush() -> [Int16] {
        guard case .polyphase(let filter) = engine else { return [] }
        return process([Int16](repeating: 0, count: filter.delay))
    }
}
