import Audio
import Session
import Testing
import Timing

/// Takes everything for speech.
private struct Credulous: VoiceActivityDetector {
    var profile: SpeechProfile { .simple }
    mutating func detect(_ frame: [Int16]) -> VoiceActivity { .speech }
    mutating func reset() {}
}

/// What is made of each of these packets, one every 20 ms.
private func verdicts(on payloads: [[UInt8]]) throws -> [Bool] {
    var voice = try CallerVoice(detector: Credulous())
    var verdicts: [Bool] = []
    for (index, payload) in payloads.enumerated() {
        let now = Instant.origin + .milliseconds(20 * index)
        voice.receive(
            JitterBuffer.Packet(
                ssrc: 1, sequence: UInt16(index), timestamp: UInt32(960 * index), payload: payload),
            now: now)
        verdicts.append(voice.next(now: now).activity.isSpeech)
    }
    return verdicts
}

@Test("what a detector takes for speech is none while the server plays silence for a muted track, or nothing comes")
func serverMadeSilence() throws {
    var encoder = try OpusEncoder(OpusEncoder.Configuration(rate: 16_000))
    let tone = (0..<320).map { Int16($0 % 40 < 20 ? 8_000 : -8_000) }
    let sound = try (0..<25).map { _ in try encoder.encode(tone) }
    let heard = try verdicts(on: sound + Array(repeating: [0xF8, 0xFF, 0xFE], count: 25))
    #expect(heard.first == false, "nothing is due yet")
    #expect(heard[15..<25].allSatisfy { $0 })
    #expect(!heard[40...].contains(true))
}
