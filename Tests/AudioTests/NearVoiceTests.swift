import Audio
import Testing

@Suite("Voices near the microphone")
struct NearVoiceTests {
    /// Whether each frame of 20 ms is speech.
    private func verdicts(_ sound: [Int16], _ detector: inout some VoiceActivityDetector) -> [Bool] {
        stride(from: 0, to: sound.count - 319, by: 320).map {
            detector.detect(Array(sound[$0..<($0 + 320)])).isSpeech
        }
    }

    private func starts(_ verdicts: [Bool]) -> Int {
        zip([false] + verdicts, verdicts).count { !$0 && $1 }
    }

    @Test("a start is decided within 80 ms at the median, and sooner than by the plain network")
    func onset() throws {
        let network = try Fixtures.network()
        var (ours, plain): ([Int], [Int]) = ([], [])
        for (index, voice) in try Callers.all().enumerated() where index % 5 == 0 {
            let levels = stride(from: 0, to: voice.count - 319, by: 320).map {
                LevelMeter.decibels(Array(voice[$0..<($0 + 320)]))
            }
            let loudest = levels.max() ?? 0
            let begin = try #require(levels.firstIndex { $0 > loudest - 35 })
            var (near, bare) = (NearVoiceDetector(network), SileroDetector(network))
            let (early, late) = (verdicts(voice, &near), verdicts(voice, &bare))
            ours.append((try #require(early.firstIndex(of: true)) - begin + 1) * 20)
            plain.append((try #require(late.firstIndex(of: true)) - begin + 1) * 20)
        }
        ours.sort()
        plain.sort()
        #expect(ours.count >= 10 && ours[ours.count / 2] <= 80, "\(ours)")
        #expect(ours[ours.count / 2] < plain[plain.count / 2], "\(ours) \(plain)")
    }

    @Test(
        "no noise without a voice begins speech, at any loudness",
        arguments: ["white", "pink", "hum", "music", "knock", "cough", "dtmf"])
    func noises(name: String) throws {
        let noise = try Callers.noise(name)
        for divisor in [1, 10] as [Int16] {
            var detector = NearVoiceDetector(try Fixtures.network())
            let sound = (0..<3).flatMap { _ in noise.map { $0 / divisor } }
            let found = verdicts(sound, &detector)
            #expect(!found.contains(true))
        }
    }

    @Test("babble is learnt to be a background: less than a quarter of it is speech; a voice 15 dB above it is near")
    func babble() throws {
        let babble = try Callers.noise("babble").map { $0 / 5 }
        var detector = NearVoiceDetector(try Fixtures.network())
        var plain = SileroDetector(try Fixtures.network())
        let scene = (0..<3).flatMap { _ in babble }
        let learnt = verdicts(scene, &detector).dropFirst(500)
        #expect(learnt.count { $0 } * 4 < learnt.count, "\(learnt.count { $0 })")
        let bare = verdicts(scene, &plain).dropFirst(500)
        #expect(bare.count { $0 } * 2 > bare.count)
        let voice = try Callers.voice("svc1-fl-slt")
        let over = zip(voice, babble).map { $0 &+ $1 }
        let heard = verdicts(over, &detector)
        #expect(heard.count { $0 } * 2 > heard.count)
    }

    @Test("one person who talks on and on is never taken for a crowd")
    func monologue() throws {
        var detector = NearVoiceDetector(try Fixtures.network())
        let voices = try Callers.all()
        var worst = 1.0
        for index in 0..<60 {
            let voice = voices[(index * 7) % voices.count]
            let found = verdicts(voice, &detector)
            if index > 0 { worst = min(worst, Double(found.count { $0 }) / Double(found.count)) }
        }
        #expect(worst > 0.2, "\(worst)")
    }

    @Test("clipped sound, silence and frames of any size do no harm")
    func hostile() throws {
        var detector = NearVoiceDetector(try Fixtures.network())
        for count in [0, 1, 7, 319, 5_000] {
            let activity = detector.detect([Int16](repeating: .min, count: count))
            #expect(activity.score.isFinite && activity.level.isFinite)
        }
        let silence = detector.detect(Tone.square(0))
        #expect(!silence.isSpeech)
    }
}
