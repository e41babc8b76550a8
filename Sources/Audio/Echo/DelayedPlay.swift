/// What was played, as far back as an echo may be late, and how strong it was in every frame that begins there.
struct DelayedPlay: Sendable {
    /// Samples of a frame.
    let frame: Int
    /// `DelayCorrelation.delays` samples, then those of the present frame.
    private(set) var samples: [Float]
    /// The energy of the frames that end after each of the samples but the first; the longest delay comes first.
    private(set) var powers = [Float](repeating: 0, count: DelayCorrelation.delays)

    init(frame: Int) {
        self.frame = frame
        samples = [Float](repeating: 0, count: DelayCorrelation.delays + frame)
    }

    /// The next frame, and with it the energies of those that end in it; the others stay what they were.
    mutating func append(_ latest: [Float]) {
        precondition(latest.count == frame, "the play comes in frames")
        samples.removeFirst(frame)
        samples += latest
        powers.removeFirst(frame)
        var begin = samples.count - 2 * frame
        var power = energy(of: begin..<(begin + frame))
        for _ in 0..<frame {
            let (out, next) = (samples[begin], samples[begin + frame])
            power += next * next - out * out
            powers.append(max(0, power))
            begin += 1
        }
    }

    /// Of the frame that comes back after so many samples.
    func energy(at delay: Int) -> Float {
        let end = samples.count - delay
        return energy(of: (end - frame)..<end)
    }

    private func energy(of range: Range<Int>) -> Float {
        samples[range].reduce(0) { $0 + $1 * $1 }
    }
}
