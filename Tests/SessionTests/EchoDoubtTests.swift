import Session
import Testing

@Suite("Until it is known how our own voice comes back")
struct EchoDoubtTests {
    /// Whether there is doubt after each of so many frames of our speech.
    private func doubt(frames: Int, isVoice: (Int) -> Bool, isSure: (Int) -> Bool = { _ in false }) -> [Bool] {
        var doubt = EchoDoubt()
        return (0..<frames).map { frame in
            doubt.step(sounds: true, isVoice: isVoice(frame), isSure: isSure(frame))
            return doubt.isOpen
        }
    }

    @Test("a voice may be ours from our first sound on, and for three seconds of our speech at most")
    func longest() {
        var silent = EchoDoubt()
        silent.step(sounds: false, isVoice: true, isSure: false)
        #expect(!silent.isOpen)
        let found = doubt(frames: 200) { $0 > 30 }
        #expect(found.firstIndex(of: false) == 149 && !found[149...].contains(true))
    }

    @Test("when we spoke for a second into a microphone without a voice, nothing comes back")
    func quiet() {
        #expect(doubt(frames: 60) { _ in false }.firstIndex(of: false) == 49)
        #expect(doubt(frames: 100) { $0 == 30 }.firstIndex(of: false) == 80)
    }

    @Test("it is over when the gauge is sure, for good")
    func sure() {
        #expect(doubt(frames: 60, isVoice: { _ in true }) { $0 == 20 }.firstIndex(of: false) == 20)
    }

    @Test("in a pause of ours it lasts as long as an echo may, and goes on with our next sound")
    func pauses() {
        var doubt = EchoDoubt()
        doubt.step(sounds: true, isVoice: false, isSure: false)
        var lasted = 0
        while doubt.isOpen {
            lasted += 1
            doubt.step(sounds: false, isVoice: true, isSure: false)
        }
        #expect(lasted == 41)
        doubt.step(sounds: true, isVoice: true, isSure: false)
        #expect(doubt.isOpen)
    }
}
