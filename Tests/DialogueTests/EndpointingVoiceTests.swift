import Audio
import Dialogue
import Testing

@Suite("The voice at the end of a turn, and the caller's own pauses")
struct EndpointingVoiceTests {
    /// Half a second of voice and the silence behind it. Changes are per second: semitones, decibels.
    private func voice(pitch: Double, level: Double) -> [VoiceActivity] {
        (0..<25).map { index in
            let time = Double(index) * 0.02
            // A semitone is close to 6 % here: enough for a slope.
            let hertz = 180 * (1 + pitch * 0.0595 * time)
            return VoiceActivity(isSpeech: true, level: Float(-25 + level * time), pitch: Float(hertz))
        } + Array(repeating: .silence, count: 10)
    }

    private func wait(
        _ memory: EndOfTurn = EndOfTurn(), _ text: String = "my car", isHinted: Bool = false,
        voice: [VoiceActivity] = []
    ) -> Duration {
        memory.wait(
            after: EndOfTurn.Words(text, isHinted: isHinted), profile: .open, voice: voice, limits: .of(.open))
    }

    @Test("falling pitch and loudness end a turn sooner; rising pitch, and a level drawn-out vowel, hold it")
    func melody() {
        let falling = wait(voice: voice(pitch: -12, level: -40))
        let rising = wait(voice: voice(pitch: 12, level: 0))
        let held = wait(voice: voice(pitch: 0, level: 0))
        let unknown = wait()
        #expect(falling < unknown * 0.85)
        #expect(rising > unknown * 1.1)
        #expect(held > unknown * 1.1)
    }

    @Test("a voice of which little is known changes nothing", arguments: [0, 1, 3, 5])
    func unvoiced(frames: Int) {
        let voiced = Array(voice(pitch: -12, level: -40).prefix(frames))
        let whispered = voice(pitch: -12, level: -40).map { frame in
            var frame = frame
            frame.pitch = nil
            return frame
        }
        #expect(wait(voice: voiced) == wait() && wait(voice: whispered) == wait())
    }

    @Test("a caller who pauses long is waited for longer, another one is not")
    func pauses() {
        var memory = EndOfTurn()
        var last = wait(memory)
        for _ in 0..<4 {
            memory.note(pause: .milliseconds(1_200))
            #expect(wait(memory) > last)
            last = wait(memory)
        }
        #expect(last > wait() * 1.3)
        memory.reset()
        #expect(wait(memory) == wait() && memory == EndOfTurn())
        for _ in 0..<6 { memory.note(pause: .milliseconds(150)) }
        #expect(wait(memory) < wait())
    }

    @Test("no number of pauses, nor an endless one, leaves the limits")
    func bounded() {
        var memory = EndOfTurn()
        for _ in 0..<100 { memory.note(pause: .seconds(1_000_000)) }
        let limits = EndOfTurn.Limits.of(.open)
        #expect(wait(memory, "my number is") == limits.longest)
        for _ in 0..<100 { memory.note(pause: .seconds(-5)) }
        #expect(wait(memory, "thank you", voice: voice(pitch: -30, level: -90)) == limits.shortest)
    }

    @Test("a hint shortens the wait, and outvotes no unfinished sentence")
    func hint() {
        for text in ["my car", "i need an oil change", "my number is"] {
            #expect(wait(EndOfTurn(), text, isHinted: true) < wait(EndOfTurn(), text))
        }
        #expect(wait(EndOfTurn(), "my number is", isHinted: true) > .milliseconds(800))
    }

    @Test("limits that contradict each other give one that does not")
    func limits() {
        let limits = EndOfTurn.Limits(shortest: .seconds(3), longest: .seconds(1))
        let wait = EndOfTurn().wait(after: EndOfTurn.Words("my"), profile: .open, voice: [], limits: limits)
        #expect(wait == .seconds(1))
    }
}
