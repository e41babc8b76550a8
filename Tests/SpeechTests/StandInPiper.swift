import Foundation
import Speech

/// A program that behaves as Piper does at its pipes, and misbehaves when a text asks for it.
struct StandInPiper {
    let program: PiperProgram
    private let folder: URL

    /// - Parameter rate: of the voice, told by its description.
    init(rate: Int = 16_000) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "piper-\(UInt64.random(in: 0...UInt64.max))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appendingPathComponent("piper").path
        let script = folder.appendingPathComponent("piper.py").path
        try Self.script.write(toFile: script, atomically: true, encoding: .utf8)
        try "#!/bin/sh\nenv > '\(folder.path)/environment'\nexec python3 '\(script)' \"$@\"\n"
            .write(toFile: path, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
        let voice = folder.appendingPathComponent("en-voice.onnx").path
        try "weights".write(toFile: voice, atomically: true, encoding: .utf8)
        try #"{"audio": {"sample_rate": \#(rate), "quality": "medium"}, "num_speakers": 1}"#
            .write(toFile: voice + ".json", atomically: true, encoding: .utf8)
        program = PiperProgram(path: path, voice: voice)
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    /// What the program has noted: its starts with their arguments, and the texts it was given.
    var notes: [String] {
        let text = try? String(contentsOf: folder.appendingPathComponent("notes"), encoding: .utf8)
        return text?.split(separator: "\n").map(String.init) ?? []
    }

    /// The names in the program's environment.
    var environment: Set<String> {
        let text = try? String(contentsOf: folder.appendingPathComponent("environment"), encoding: .utf8)
        return Set(text?.split(separator: "\n").compactMap { $0.split(separator: "=").first.map(String.init) } ?? [])
    }

    /// Each letter of a text is 10 ms of a sawtooth that begins at 1000, after 50 ms of silence.
    private static let script = """
        import json, os, sys, time
        folder = os.path.dirname(os.path.abspath(__file__))
        def note(text):
            with open(folder + "/notes", "a") as file:
                file.write(text + "\\n")
        note("start %d %s" % (os.getpid(), " ".join(sys.argv[1:])))
        rate = json.load(open(sys.argv[2] + ".json"))["audio"]["sample_rate"]
        print("[2026-01-01 00:00:00.000] [piper] [info] Loaded voice in 0.1 second(s)", file=sys.stderr, flush=True)
        for line in sys.stdin:
            question = json.loads(line)
            text = question["text"]
            note("text " + json.dumps(question))
            if "die" in text:
                os._exit(3)
            if "stall" in text:
                time.sleep(60)
            if "garbage" in text:
                sys.stderr.write("x" * 100000)
                sys.stderr.write("\\xff\\n" * 10)
            out = sys.stdout.buffer
            letters = sum(c.isalpha() for c in text)
            sound = bytes(2 * (rate // 20))
            if "mute" not in text:
                sound += b"".join((1000 + i % 9000).to_bytes(2, "little") for i in range(letters * rate // 100))
            while "endless" in text:
                out.write(sound)
            for start in range(0, len(sound), 4095):
                out.write(sound[start:start + 4095])
                out.flush()
            if "half" in text:
                os._exit(4)
            print("[info] Real-time factor: 0.05 (infer=0.1 sec, audio=%f sec)" % (len(sound) / 2 / rate), file=sys.stderr, flush=True)
        note("end")
        """
}
