import RTP
import Testing

@Suite("The audio level extension")
struct AudioLevelTests {
    @Test("every level and both voices survive the wire", arguments: 0...127 as ClosedRange<UInt8>)
    func roundTrip(level: UInt8) {
        for hasVoice in [true, false] {
            let audio = AudioLevel(decibelsBelowOverload: level, hasVoice: hasVoice)
            #expect(AudioLevel(audio.headerExtension(id: 1).data) == audio)
        }
    }

    @Test("the bits are RFC 6464's")
    func bits() {
        #expect(AudioLevel([0x92]) == AudioLevel(decibelsBelowOverload: 18, hasVoice: true))
        #expect(AudioLevel([0x7F, 0]) == AudioLevel(decibelsBelowOverload: 127, hasVoice: false))
        #expect(AudioLevel([]) == nil)
        #expect(AudioLevel(decibelsBelowOverload: 200, hasVoice: false).decibelsBelowOverload == 127)
    }

    @Test("full scale is 0, silence 127, and half the amplitude six decibels less")
    func measured() {
        let level = { (sample: Int16) in
            AudioLevel(measuring: Array(repeating: sample, count: 960), hasVoice: true).decibelsBelowOverload
        }
        #expect(level(32_767) == 0 && level(.min) == 0)
        #expect(level(0) == 127)
        #expect((6...7).contains(level(16_384)))
        #expect((40...41).contains(level(328)))
        #expect(AudioLevel(measuring: [], hasVoice: false).decibelsBelowOverload == 127)
    }
}
