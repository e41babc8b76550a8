import Audio
import Peer
import RTP
import Session
import Testing

private func tone(_ milliseconds: Int) -> [Int16] {
    (0..<(16 * milliseconds)).map { Int16($0 % 40 < 20 ? 8_000 : -8_000) }
}

/// A mutating call cannot stand in `#expect` itself.
private func expect<Value: Equatable>(
    _ value: Value, _ expected: Value, at location: SourceLocation = #_sourceLocation
) {
    #expect(value == expected, sourceLocation: location)
}

private func make(_ rate: Int) throws { _ = try AgentVoice(rate: rate, room: .seconds(1)).hasRoom }

@Test("a talkspurt begins with a mark and ends in a short silence; then nothing is sent")
func talkspurt() throws {
    var voice = try AgentVoice(rate: 16_000, room: .seconds(4))
    expect(voice.append(tone(60)[...], of: 1, generation: 0), .accepted(960))
    expect(voice.finish(1), false)
    var steps: [AgentVoice.Step] = []
    for _ in 0..<12 { steps.append(voice.step()) }
    let marks = steps.map { $0.packet?.beginsTalkspurt }
    #expect(marks == [true] + .init(repeating: false, count: 7) + .init(repeating: nil, count: 4))
    #expect(steps.prefix(3).allSatisfy { $0.packet?.level?.hasVoice == true })
    #expect(steps[3...7].allSatisfy { $0.packet?.level?.decibelsBelowOverload == 127 })
    #expect(steps.compactMap(\.played?.endsUtterance) == [false, false, true])
}

@Test("the silence between two talkspurts is reported with the packet that ends it")
func gap() throws {
    var voice = try AgentVoice(rate: 16_000, room: .seconds(4))
    _ = voice.append(tone(20)[...], of: 1, generation: 0)
    _ = voice.finish(1)
    for _ in 0..<16 { _ = voice.step() }
    _ = voice.append(tone(20)[...], of: 2, generation: 0)
    let step = voice.step()
    // One frame and five of its tail were sent, ten were not.
    #expect(step.gap == 10 * 960)
    #expect(step.packet?.beginsTalkspurt == true)
    _ = voice.append(tone(20)[...], of: 2, generation: 0)
    expect(voice.step().gap, 0)
}

@Test("frames that were skipped in the middle of speech are a gap and begin a talkspurt")
func skippedFrames() throws {
    var voice = try AgentVoice(rate: 16_000, room: .seconds(4))
    _ = voice.append(tone(100)[...], of: 1, generation: 0)
    _ = voice.step()
    voice.rest(frames: 4)
    let step = voice.step()
    #expect(step.gap == 4 * 960)
    #expect(step.packet?.beginsTalkspurt == true)
}

@Test("clearing silences the very next step and refuses what was made before")
func clearing() throws {
    var voice = try AgentVoice(rate: 16_000, room: .seconds(4))
    _ = voice.append(tone(200)[...], of: 1, generation: 0)
    _ = voice.step()
    voice.clear()
    let step = voice.step()
    #expect(step.played == nil)
    #expect(step.packet?.level?.hasVoice == false)
    expect(voice.append(tone(20)[...], of: 1, generation: 0), .stale)
    expect(voice.append(tone(20)[...], of: 2, generation: 1), .accepted(320))
}

@Test("a rate the codec does not know is refused when the voice is made")
func unknownRate() {
    #expect(throws: OpusError.unsupportedRate(22_050)) { try make(22_050) }
}

@Test("told of losses, the voice puts copies into its packets")
func losses() throws {
    var calm = try AgentVoice(rate: 16_000, room: .seconds(4))
    var warned = try AgentVoice(rate: 16_000, room: .seconds(4))
    warned.noteLoss(0.2)
    expect(calm.append(tone(2_000)[...], of: 1, generation: 0), .accepted(32_000))
    expect(warned.append(tone(2_000)[...], of: 1, generation: 0), .accepted(32_000))
    let packets = (0..<100).map { _ in (calm.step().packet?.payload, warned.step().packet?.payload) }
    #expect(packets.contains { $0.0 != $0.1 })
    #expect(packets.allSatisfy { $0.0 != nil && $0.1 != nil })
}

@Test("ducked, no later frame has a sample at full volume, and the voice is 15 dB lower until it comes back up")
func ducking() throws {
    var voice = try AgentVoice(rate: 16_000, room: .seconds(4))
    _ = voice.append(tone(400)[...], of: 1, generation: 0)
    _ = voice.step()
    let full = voice.sound
    voice.duck(true)
    _ = voice.step()
    let falling = voice.sound
    _ = voice.step()
    let low = voice.sound
    voice.duck(false)
    _ = voice.step()
    _ = voice.step()
    let back = voice.sound
    #expect(full == Array(tone(20)) && back == full)
    #expect(falling?.last.map { abs(Int($0)) < 1_500 } == true)
    #expect(low?.allSatisfy { abs(abs(Int($0)) - 1_422) <= 1 } == true)
}

@Test("held, the voice fades out in one packet that does not count, and goes on from where it is told to")
func holding() throws {
    var voice = try AgentVoice(rate: 16_000, room: .seconds(4))
    _ = voice.append(tone(400)[...], of: 1, generation: 0)
    for _ in 0..<5 { _ = voice.step() }
    voice.hold()
    let fading = voice.step()
    let tail = voice.sound
    #expect(fading.played == nil && fading.packet != nil)
    #expect(tail?.dropFirst(160).allSatisfy { $0 == 0 } == true)
    let silent = voice.step()
    #expect(silent.played == nil && silent.packet?.level?.hasVoice == false)
    for _ in 0..<20 { _ = voice.step() }
    let distance = voice.resume(rewind: .milliseconds(60))
    #expect(distance == .milliseconds(60))
    let step = voice.step()
    #expect(step.played?.start == 2 * 320 && step.packet?.beginsTalkspurt == true && step.gap > 0)
    var rest = 0
    while let played = voice.step().played { rest += played.played }
    #expect(rest == 18 * 320)
}

@Test("what it goes on with has its full volume from the first sample, after 20 ms that fade in and count for nothing")
func runUp() throws {
    var voice = try AgentVoice(rate: 16_000, room: .seconds(4))
    _ = voice.append(tone(400)[...], of: 1, generation: 0)
    for _ in 0..<5 { _ = voice.step() }
    voice.hold()
    for _ in 0..<20 { _ = voice.step() }
    let distance = voice.resume(rewind: .milliseconds(25))
    let (lead, rise) = (voice.step().played, voice.sound)
    let (word, sound) = (voice.step().played, voice.sound)
    #expect(distance == .milliseconds(25) && lead?.played == 0)
    #expect(rise?.first == 50 && rise?.dropFirst(160) == tone(20)[160...])
    #expect(word?.start == 75 * 16 && word?.played == 320)
    #expect(sound.map { $0[...] } == tone(400)[(75 * 16)..<(95 * 16)])
}

@Test("held again before what it was to go on with, it goes on there none the less")
func heldInRunUp() throws {
    var voice = try AgentVoice(rate: 16_000, room: .seconds(4))
    _ = voice.append(tone(400)[...], of: 1, generation: 0)
    for _ in 0..<5 { _ = voice.step() }
    voice.hold()
    let back = voice.resume(rewind: .milliseconds(20))
    voice.hold()
    let none = voice.resume(rewind: .zero)
    let (lead, word) = (voice.step().played, voice.step().played)
    #expect(back == .milliseconds(20) && none == .zero)
    #expect(lead?.played == 0 && word?.start == 80 * 16 && word?.played == 320)
}

@Test("an utterance that begins anew has nothing before its first sample, and lacks nothing of it")
func runUpAtBeginning() throws {
    var voice = try AgentVoice(rate: 16_000, room: .seconds(4))
    _ = voice.append(tone(400)[...], of: 1, generation: 0)
    for _ in 0..<2 { _ = voice.step() }
    voice.hold()
    for _ in 0..<20 { _ = voice.step() }
    let distance = voice.resume(rewind: .milliseconds(40))
    let (played, sound) = (voice.step().played, voice.sound)
    #expect(distance == .milliseconds(40) && played?.start == 0 && played?.played == 320 && sound == tone(20))
}

@Test("a phrase with packets is sent as they are, and from its samples once it is ducked")
func phrases() throws {
    let phrase = try EncodedPhrase(tone(200), rate: 16_000)
    var voice = try AgentVoice(rate: 16_000, room: .seconds(4))
    let taken = voice.append(phrase, of: 1, generation: 0)
    #expect(taken == .accepted(3_200))
    let first = voice.step().packet?.payload
    let second = voice.step().packet?.payload
    #expect(first == phrase.packets[0] && second == phrase.packets[1])
    voice.duck(true)
    let third = voice.step().packet?.payload
    voice.duck(false)
    _ = voice.step()
    let fifth = voice.step().packet?.payload
    #expect(third != nil && third != phrase.packets[2] && fifth != phrase.packets[4])
}

@Test("clearing ends a hold and a duck")
func clearingHold() throws {
    var voice = try AgentVoice(rate: 16_000, room: .seconds(4))
    _ = voice.append(tone(200)[...], of: 1, generation: 0)
    _ = voice.step()
    voice.duck(true)
    voice.hold()
    voice.clear()
    _ = voice.append(tone(20)[...], of: 2, generation: 1)
    let step = voice.step()
    let (sound, isDucked) = (voice.sound, voice.isDucked)
    #expect(step.played?.utterance == 2 && sound == Array(tone(20)) && !isDucked)
}
