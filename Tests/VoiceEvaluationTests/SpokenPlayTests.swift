import Evaluation
import Foundation
import Testing

@testable import VoiceEvaluation

private let call = """
    # Brakes on a noisy street
    noise: babble 15
    clock: 2026-05-04 10:00
    ---
    caller: my brakes are making a noise (sound: svc3-fe-slt)
    sound: cough (over: 1.25)
    caller: tuesday at nine (sound: dt1-fl-slt, over: 2)
    caller: yes
    agent: ~ nine
    ---
    expect ended
    """

@Test("a call is a play with recordings, sounds over the agent, and a noise behind the voice")
func reading() throws {
    let read = try SpokenPlay.read(call, path: "service/brakes.call")
    #expect(read.background == SpokenPlay.Background(sound: "babble", below: 15))
    #expect(
        read.steps == [
            PlayLine(5, .play(.says("my brakes are making a noise"), Delivery(sound: "svc3-fe-slt"))),
            PlayLine(6, .interjection(SpokenPlay.Interjection(sound: "cough", over: .milliseconds(1250)))),
            PlayLine(7, .play(.says("tuesday at nine"), Delivery(sound: "dt1-fl-slt", over: .seconds(2)))),
            PlayLine(8, .play(.says("yes"), Delivery())),
            PlayLine(9, .play(.check(ReplyCheck([["nine"]])), Delivery())),
        ])
    #expect(read.sounds == ["svc3-fe-slt", "dt1-fl-slt", "cough", "babble"])
    #expect(read.play.expectations == [PlayLine(11, .ended)])
}

@Test("brackets without a colon belong to the words")
func brackets() {
    let divided = Delivery.divide("i need (well) an oil change (soon)")
    #expect(divided?.words == "i need (well) an oil change (soon)")
    #expect(divided?.delivery == Delivery())
}

@Test(
    "what is wrong with a voice is said with its line",
    arguments: [
        ("caller: hello (sound: )", 3), ("caller: hello (sound: a, sound: b)", 3), ("caller: hello (over: -1)", 3),
        ("caller: hello (over: 61)", 3), ("caller: hello (volume: 3)", 3), ("caller: hello (sound: ../etc)", 3),
        ("sound: cough", 3), ("sound: (over: 1)", 3), ("noise: babble", 3), ("noise: babble loud", 3),
    ])
func faults(_ line: String, _ number: Int) {
    #expect {
        try SpokenPlay.read("# T\n---\n\(line)\n---\nexpect ended", path: "t.call")
    } throws: { error in
        (error as? InvalidPlay)?.faults.first?.line == number
    }
}

@Test("every beginning of a call is read or refused")
func truncations() throws {
    let bytes = Array(call.utf8)
    for length in bytes.indices {
        do { _ = try SpokenPlay.read(Array(bytes[..<length]), path: "t.call") } catch { #expect(!error.faults.isEmpty) }
    }
    #expect(throws: InvalidPlay.self) { try SpokenPlay.read([0xFF, 0xFE, 0x00], path: "t.call") }
}

@Test("the calls of this checkout can all be read, and have their recordings")
func shipped() throws {
    let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent()
    var library = CallLibrary()
    try library.add(root.path + "/Calls")
    #expect(library.unreadable.isEmpty)
    #expect(library.calls.count >= 25)
    let recordings = root.path + "/Tests/Interop/Recordings"
    let files = try FileManager.default.subpathsOfDirectory(atPath: recordings)
    let names = Set(files.compactMap { $0.split(separator: "/").last.map { String($0.dropLast(4)) } })
    for call in library.calls { #expect(call.sounds.isSubset(of: names), "\(call.play.path)") }
}
