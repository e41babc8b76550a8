import Audio
import Simulation
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
            let begin = try #require(Callers.onset(of: voice))
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

    @Test(
        "babble is learnt within two seconds: at most 5 % of it is speech then, at any loudness",
        arguments: [1, 5, 20] as [Int16])
    func babble(divisor: Int16) throws {
        let babble = try Callers.noise("babble").map { $0 / divisor }
        var detector = NearVoiceDetector(try Fixtures.network())
        var plain = SileroDetector(try Fixtures.network())
        let scene = (0..<6).flatMap { _ in babble }
        let found = verdicts(scene, &detector)
        #expect(starts(found) <= 2, "\(starts(found))")
        let learnt = found.dropFirst(100)
        #expect(learnt.count { $0 } * 20 <= learnt.count, "\(learnt.count { $0 })")
        let bare = verdicts(scene, &plain).dropFirst(100)
        #expect(bare.count { $0 } * 2 > bare.count)
    }

    @Test("many callers at once are a background: at most 5 % of a minute and three starts", arguments: [5, 6, 8, 12])
    func crowd(talkers: Int) throws {
        var detector = NearVoiceDetector(try Fixtures.network())
        let found = verdicts(try Callers.crowd(of: talkers, seconds: 60, seed: 7), &detector)
        let learnt = found.dropFirst(100)
        #expect(learnt.count { $0 } * 20 <= learnt.count, "\(learnt.count { $0 }) of \(learnt.count)")
        #expect(starts(found) <= 3, "\(starts(found))")
    }

    @Test("a voice 15 dB above babble is near", arguments: ["svc1-fl-slt", "oil-awb"])
    func above(name: String) throws {
        let babble = try Callers.noise("babble").map { $0 / 5 }
        var detector = NearVoiceDetector(try Fixtures.network())
        _ = verdicts(babble, &detector)
        let heard = verdicts(zip(try Callers.voice(name), babble).map { $0 &+ $1 }, &detector)
        #expect(heard.count { $0 } * 2 > heard.count)
    }

    @Test(
        "a call's first word is heard no later than by the plain network, also a quiet one, and through steady noise",
        arguments: [(1, 0), (30, 0), (1, 150)] as [(Int16, Int16)])
    func firstWord(divisor: Int16, noise: Int16) throws {
        var random = SeededGenerator(seed: 5)
        for name in ["svc1-fl-slt", "td2-fl-rms", "works-awb"] {
            var detector = NearVoiceDetector(try Fixtures.network())
            let voice = try Callers.voice(name).map { sample in
                sample / divisor &+ (noise == 0 ? 0 : Int16.random(in: -noise...noise, using: &random))
            }
            var plain = SileroDetector(try Fixtures.network())
            let found = verdicts(voice, &detector)
            let start = try #require(found.firstIndex(of: true))
            let other = try #require(verdicts(voice, &plain).firstIndex(of: true))
            #expect(start <= other, "\(name): frame \(start) against \(other)")
            #expect(found.count { $0 } * 2 > found.count)
        }
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
