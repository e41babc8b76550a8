import Foundation
import Speech
import Testing
import Timing

@Suite("Piper speaks as a process of this machine")
struct PiperTests {
    private func hear(_ voice: PiperSynthesizer, _ text: String) async throws -> [Int16] {
        var samples: [Int16] = []
        for try await piece in voice.pieces(of: text) { samples += piece.samples }
        return samples
    }

    /// Waits for something that a process of its own does.
    private func eventually(_ condition: () -> Bool) async throws {
        for _ in 0..<1000 where !condition() { try await Task.sleep(for: .milliseconds(10)) }
        #expect(condition())
    }

    @Test("one process speaks clause after clause, each with its own sound and without leading silence")
    func speaks() async throws {
        let piper = try StandInPiper()
        defer { piper.remove() }
        let voice = try PiperSynthesizer(piper.program)
        #expect(voice.rate == 16_000)
        #expect(voice.traits.model == "en-voice")
        // 10 ms of the silence are kept.
        #expect(try await hear(voice, "Hello \"you\". Bye.").count == 160 + 8 * 160 + 160 + 3 * 160)
        #expect(try await hear(voice, "Yes.").count == 160 + 3 * 160)
        #expect(piper.notes.count { $0.hasPrefix("start") } == 1)
        #expect(piper.notes.contains(#"text {"text": "Hello \"you\"."}"#))
        let start = try #require(piper.notes.first)
        #expect(start.contains("--model \(piper.program.voice) --output-raw --json-input"))
    }

    @Test("what this process knows, such as keys, is not its child's")
    func environment() async throws {
        let piper = try StandInPiper()
        defer { piper.remove() }
        _ = try await hear(PiperSynthesizer(piper.program), "Hello.")
        let passed: Set = ["PATH", "HOME", "LANG", "LD_LIBRARY_PATH", "ESPEAK_DATA_PATH"]
        // What a shell adds by itself.
        let own: Set = ["PWD", "OLDPWD", "SHLVL", "_"]
        #expect(piper.environment.contains("PATH"))
        #expect(passed.union(own).isSuperset(of: piper.environment), "\(piper.environment)")
    }

    @Test("a voice whose rate Opus does not have is brought to 24 kHz")
    func otherRate() async throws {
        let piper = try StandInPiper(rate: 22_050)
        defer { piper.remove() }
        let voice = try PiperSynthesizer(piper.program)
        #expect(voice.rate == 24_000)
        #expect(abs(try await hear(voice, "Hello.").count - 240 * 6) < 60)
    }

    @Test("a process that dies fails its clause, and the next has another")
    func dies() async throws {
        let piper = try StandInPiper()
        defer { piper.remove() }
        let voice = try PiperSynthesizer(piper.program)
        for text in ["die", "half"] {
            await #expect(throws: SpeechError.unreachable("piper ended")) { try await hear(voice, text) }
            #expect(try await hear(voice, "Yes.").count == 640)
        }
        #expect(piper.notes.count { $0.hasPrefix("start") } == 3)
    }

    @Test("processes that die again and again are left alone for a while")
    func backsOff() async throws {
        let piper = try StandInPiper()
        defer { piper.remove() }
        let voice = try PiperSynthesizer(piper.program)
        var rested = false
        for _ in 0..<20 where !rested {
            let error = await #expect(throws: SpeechError.self) { try await hear(voice, "die") }
            rested = error == .unavailable("piper, which is resting after failures")
        }
        #expect(rested)
        #expect(piper.notes.count { $0.hasPrefix("start") } < 20)
    }

    @Test("a process that stalls is killed at the deadline")
    func stalls() async throws {
        let piper = try StandInPiper()
        defer { piper.remove() }
        var program = piper.program
        program.timeout = .seconds(5)
        let voice = try PiperSynthesizer(program)
        await #expect(throws: SpeechError.timedOut) { try await hear(voice, "stall") }
        let number = piper.notes.first.flatMap { Int32($0.split(separator: " ")[1]) }
        let process = try #require(number)
        try await eventually { kill(process, 0) != 0 }
    }

    @Test("a sound that does not end is cut, and its process killed at the deadline")
    func endless() async throws {
        let piper = try StandInPiper()
        defer { piper.remove() }
        var program = piper.program
        program.timeout = .seconds(5)
        program.processes = 1
        let voice = try PiperSynthesizer(program)
        await #expect(throws: SpeechError.malformed("a sound that does not end")) { try await hear(voice, "endless") }
        #expect(try await hear(voice, "Yes.").count == 640)
    }

    @Test("a log full of noise changes nothing, and no sound is an error")
    func garbage() async throws {
        let piper = try StandInPiper()
        defer { piper.remove() }
        let voice = try PiperSynthesizer(piper.program)
        #expect(try await hear(voice, "garbage").count == 160 * 8)
        await #expect(throws: SpeechError.malformed("no sound")) { try await hear(voice, "mute") }
    }

    @Test("whoever stops listening does not spoil the next clause")
    func cancelled() async throws {
        let piper = try StandInPiper()
        defer { piper.remove() }
        var program = piper.program
        program.processes = 1
        let voice = try PiperSynthesizer(program)
        for try await _ in voice.pieces(of: String(repeating: "abcdefghij", count: 20)) { break }
        #expect(try await hear(voice, "Yes.").count == 640)
        #expect(piper.notes.count { $0.hasPrefix("start") } == 1)
    }

    @Test("clauses beyond the queue are refused")
    func overloaded() async throws {
        let piper = try StandInPiper()
        defer { piper.remove() }
        var program = piper.program
        (program.processes, program.waiting) = (1, 1)
        program.timeout = .seconds(2)
        let voice = try PiperSynthesizer(program)
        let outcomes = await withTaskGroup(of: SpeechError?.self) { group in
            for _ in 0..<6 {
                group.addTask {
                    do {
                        _ = try await hear(voice, "stall")
                        return nil
                    } catch {
                        return error as? SpeechError
                    }
                }
            }
            return await group.reduce(into: [SpeechError?]()) { $0.append($1) }
        }
        #expect(outcomes.count { $0 == .overloaded } >= 3, "\(outcomes)")
        #expect(outcomes.allSatisfy { $0 != nil })
    }

    @Test("a synthesiser that is let go takes its processes with it")
    func letGo() async throws {
        let piper = try StandInPiper()
        defer { piper.remove() }
        do {
            let voice = try PiperSynthesizer(piper.program)
            _ = try await hear(voice, "Yes.")
        }
        let number = piper.notes.first.flatMap { Int32($0.split(separator: " ")[1]) }
        let process = try #require(number)
        try await eventually { kill(process, 0) != 0 }
    }

    @Test("what is missing is named")
    func missing() throws {
        let piper = try StandInPiper()
        defer { piper.remove() }
        #expect(throws: SpeechError.unavailable("/nonexistent/piper")) {
            try PiperSynthesizer(PiperProgram(path: "/nonexistent/piper", voice: piper.program.voice))
        }
        #expect(throws: SpeechError.unavailable("/nonexistent.onnx")) {
            try PiperSynthesizer(PiperProgram(path: piper.program.path, voice: "/nonexistent.onnx"))
        }
        try "{}".write(toFile: piper.program.voice + ".json", atomically: true, encoding: .utf8)
        #expect(throws: SpeechError.malformed("the voice's description tells no rate")) {
            try PiperSynthesizer(piper.program)
        }
    }
}
