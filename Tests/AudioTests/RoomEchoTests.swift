import Audio
import Testing

@Suite("Echo of ourselves in a room")
struct RoomEchoTests {
    /// From here on a frame is nobody's speech (`CallerVoice`).
    private static let echo: Float = 0.7
    private static let rooms: [RoomEcho] = [
        RoomEcho(reverberation: 0.3, level: -10, delay: 20), RoomEcho(reverberation: 0.3, level: -20, delay: 250),
        RoomEcho(reverberation: 0.45, level: -15, delay: 120, seed: 3),
        RoomEcho(reverberation: 0.6, level: -10, delay: 60, seed: 5),
        RoomEcho(reverberation: 0.6, level: -20, delay: 250, seed: 7),
    ]
    private let agent: [Int16]

    init() throws {
        agent = try ["svc1-fl-slt", "td2-fl-rms", "x1-fe-slt", "works-awb"].flatMap {
            try Callers.voice($0)
        }
    }

    private struct Heard {
        var likelihood: Float
        /// What the detector and the gauge together take for the caller's speech.
        var isSpeech: Bool
        var isVoice: Bool
    }

    private func listen(to sound: [Float]) throws -> [Heard] {
        var gauge = EchoGauge()
        var detector = NearVoiceDetector(try Fixtures.network())
        return stride(from: 0, to: min(sound.count, agent.count) - 319, by: 320).map { start in
            gauge.played(Array(agent[start..<(start + 320)]), rate: 16_000)
            let frame = sound[start..<(start + 320)].map { Int16(max(-32_768, min(32_767, $0))) }
            gauge.heard(frame)
            let isVoice = detector.detect(frame).isSpeech
            return Heard(
                likelihood: gauge.likelihood, isSpeech: isVoice && gauge.likelihood < Self.echo, isVoice: isVoice)
        }
    }

    private func longestRun(_ frames: some Sequence<Heard>) -> Int {
        var (run, longest) = (0, 0)
        for frame in frames {
            run = frame.isSpeech ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }

    @Test("after three seconds the agent's own voice is never a caller's long enough to interrupt it", arguments: 0..<5)
    func alone(room: Int) throws {
        let found = try listen(to: Self.rooms[room].heard(of: agent))
        let learnt = found.dropFirst(150)
        let speech = Double(learnt.count(where: \.isSpeech)) / Double(learnt.count)
        #expect(speech < 0.05, "\(speech)")
        #expect(longestRun(learnt) < 8, "\(longestRun(learnt)) frames")
    }

    @Test("a caller who talks over it, as loud as a voice near the microphone, is heard", arguments: 0..<5)
    func doubleTalk(room: Int) throws {
        var sound = Self.rooms[room].heard(of: agent)
        for (name, start) in [("svc3-fe-slt", 150), ("oil-awb", 330)] {
            let voice = try Callers.voice(name)
            let onset = try #require(Callers.onset(of: voice))
            let spoken = voice[(onset * 320)...].prefix(24_000).map(Float.init)
            let gain = RoomEcho.loudness(agent.map(Float.init)) / 2 / RoomEcho.loudness(spoken)
            for (index, sample) in spoken.enumerated() { sound[start * 320 + index] += gain * sample }
            let found = try listen(to: sound)
            let during = found[start..<(start + 75)]
            let speech = during.count(where: \.isSpeech)
            let first = during.firstIndex(where: \.isSpeech).map { $0 - start } ?? 75
            #expect(first < 15 && speech > 25, "\(name): after \(first) frames, \(speech) of 75")
        }
    }
}
