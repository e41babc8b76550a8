import Audio
import Testing

@Suite("Fader")
struct FaderTests {
    private func run(_ fader: inout Fader, _ count: Int) -> [Int16] {
        var samples = [Int16](repeating: 10_000, count: count)
        fader.apply(to: &samples)
        return samples
    }

    @Test("an open fader leaves sound alone")
    func open() {
        var fader = Fader()
        #expect(fader.isOpen && run(&fader, 320) == [Int16](repeating: 10_000, count: 320))
    }

    @Test("fifteen decibels are reached by the end of the frame, in steps too small to hear")
    func ramp() {
        var fader = Fader()
        let low = Fader.factor(decibels: -15)
        #expect(abs(low - 0.1778) < 0.0001)
        fader.fade(to: low, within: 320)
        let frame = run(&fader, 320)
        #expect(frame.first.map { $0 < 10_000 } == true && frame.last == 1_778 && fader.gain == low)
        #expect(zip(frame, frame.dropFirst()).allSatisfy { $0 >= $1 && $0 - $1 <= 27 })
        #expect(run(&fader, 320).allSatisfy { $0 == 1_778 })
        fader.fade(to: 1, within: 320)
        #expect(run(&fader, 320).last == 10_000 && fader.isOpen)
    }

    @Test("a fade may be turned round half-way, from the gain it has")
    func turning() {
        var fader = Fader()
        fader.fade(to: 0, within: 320)
        let half = run(&fader, 160)
        fader.fade(to: 1, within: 160)
        let back = run(&fader, 160)
        #expect(half.last.map { abs($0 - 5_000) < 40 } == true)
        #expect(back.first.map { abs($0 - 5_000) < 70 } == true && back.last == 10_000)
    }

    @Test("silence is reached and kept, also at once")
    func silence() {
        var fader = Fader()
        fader.fade(to: 0, within: 160)
        #expect(run(&fader, 320)[160...].allSatisfy { $0 == 0 })
        fader.fade(to: 0.5, within: 0)
        #expect(run(&fader, 3) == [5_000, 5_000, 5_000])
    }
}
