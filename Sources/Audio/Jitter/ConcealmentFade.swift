/// Lets made-up sound fade: 40 ms of it are as loud as the decoder makes them, at 100 ms there is silence. What comes after
/// a faded stretch begins within 5 ms.
struct ConcealmentFade: Sendable {
    private let start: Int
    private let end: Int
    private let attack: Int
    /// Samples made up in a row.
    private var length = 0

    init(rate: Int) {
        start = rate / 25
        end = rate / 10
        attack = rate / 200
    }

    /// Sound that was made up begins at `index`.
    mutating func conceal(_ samples: inout [Int16], from index: Int) {
        for place in index..<samples.count {
            if length >= start { samples[place] = Int16(Float(samples[place]) * gain) }
            length = min(length + 1, end)
        }
    }

    /// Sound that was received begins at `index`.
    mutating func resume(_ samples: inout [Int16], from index: Int) {
        guard length > 0 else { return }
        let low = gain
        length = 0
        guard low < 1 else { return }
        for offset in 0..<min(attack, samples.count - index) {
            let rise = low + (1 - low) * Float(offset) / Float(attack)
            samples[index + offset] = Int16(Float(samples[index + offset]) * rise)
        }
    }

    mutating func reset() { length = 0 }

    private var gain: Float { length < start ? 1 : Float(end - length) / Float(end - start) }
}
