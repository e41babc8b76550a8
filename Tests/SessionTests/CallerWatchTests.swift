import Contract
import Room
import Session
import SwiftProtobuf
import Testing

/// Somebody with a microphone.
private func person(
    _ identity: String, kind: Livekit_ParticipantInfo.Kind = .standard, role: String? = nil,
    leaving reason: Livekit_DisconnectReason = .unknownReason
) -> Participant {
    Participant(
        .with {
            $0.sid = "PA_1"
            $0.identity = identity
            $0.kind = kind
            $0.attributes["parley.role"] = role
            $0.disconnectReason = reason
            $0.tracks = [
                .with {
                    $0.sid = "TR_\(identity)"
                    $0.type = .audio
                    $0.source = .microphone
                }
            ]
        })
}

/// Somebody without a microphone.
private func listener(_ identity: String, leaving reason: Livekit_DisconnectReason = .clientInitiated) -> Participant {
    Participant(
        .with {
            $0.sid = "PA_1"
            $0.identity = identity
            $0.disconnectReason = reason
        })
}

/// Somebody with a microphone whom only the server's word makes visible.
private func hidden(_ identity: String, recorder: Bool) -> Participant {
    Participant(
        .with {
            $0.identity = identity
            $0.permission.hidden = !recorder
            $0.permission.recorder = recorder
            $0.tracks = [
                .with {
                    $0.type = .audio
                    $0.source = .microphone
                }
            ]
        })
}

/// A mutating call cannot stand in `#expect` itself.
private func expect<Value: Equatable>(
    _ value: Value, _ expected: Value, at location: SourceLocation = #_sourceLocation
) {
    #expect(value == expected, sourceLocation: location)
}

@Test("the caller is the first person with a microphone")
func firstWithMicrophone() {
    var watch = CallerWatch()
    expect(watch.see(person("agent", kind: .agent)), .none)
    expect(watch.see(person("egress", kind: .egress)), .none)
    expect(watch.see(hidden("monitor", recorder: false)), .none)
    expect(watch.see(hidden("recorder", recorder: true)), .none)
    expect(watch.see(person("supervisor", role: "supervisor")), .none)
    expect(watch.see(listener("listener")), .none)
    expect(watch.see(person("ann")), .arrived)
    expect(watch.see(person("bob")), .none)
    #expect(watch.identity == "ann")
}

@Test("who telephones is a caller", arguments: [Livekit_ParticipantInfo.Kind.standard, .sip, .connector])
func telephones(_ kind: Livekit_ParticipantInfo.Kind) {
    var watch = CallerWatch()
    expect(watch.see(person("+4930", kind: kind, role: "caller")), .arrived)
}

@Test("a caller who opens the microphone later arrives then, once")
func lateMicrophone() {
    var watch = CallerWatch()
    expect(watch.see(listener("ann")), .none)
    expect(watch.see(person("ann")), .arrived)
    expect(watch.see(person("ann")), .none)
}

@Test("the call is over when the last caller has left, whoever else stays")
func leaving() {
    var watch = CallerWatch()
    _ = watch.see(person("ann"))
    _ = watch.see(person("supervisor", role: "supervisor"))
    _ = watch.see(person("agent", kind: .agent))
    _ = watch.see(listener("listener"))
    expect(watch.miss(person("supervisor", role: "supervisor"), isReplaced: false), .none)
    expect(watch.miss(person("ann", leaving: .clientInitiated), isReplaced: false), .left(mayReturn: false))
    expect(watch.miss(person("ann"), isReplaced: false), .none)
    expect(watch.miss(listener("listener"), isReplaced: false), .none)
}

@Test("of several callers the next is listened to when one leaves")
func several() {
    var watch = CallerWatch()
    _ = watch.see(person("ann"))
    _ = watch.see(person("bob"))
    _ = watch.see(person("cem"))
    expect(watch.miss(person("bob"), isReplaced: false), .none)
    expect(watch.miss(person("ann", leaving: .clientInitiated), isReplaced: false), .changed)
    #expect(watch.identity == "cem")
    expect(watch.miss(person("cem", leaving: .clientInitiated), isReplaced: false), .left(mayReturn: false))
}

@Test("the voice of the next caller is listened to although it began long ago")
func nextVoice() throws {
    var watch = CallerWatch()
    let (ann, bob) = (person("ann"), person("bob"))
    _ = watch.see(ann)
    _ = watch.see(bob)
    expect(watch.begin(try #require(ann.tracks.first)), true)
    expect(watch.begin(try #require(bob.tracks.first)), false)
    #expect(watch.track == "TR_ann")
    _ = watch.miss(ann, isReplaced: false)
    #expect(watch.track == "TR_bob")
}

@Test("a caller whose connection broke is the caller again", arguments: [true, false])
func returning(isReplaced: Bool) {
    var watch = CallerWatch()
    _ = watch.see(person("ann"))
    let reason: Livekit_DisconnectReason = isReplaced ? .unknownReason : .signalClose
    expect(watch.miss(person("ann", leaving: reason), isReplaced: isReplaced), .left(mayReturn: true))
    #expect(watch.identity == "ann" && watch.track == nil)
    expect(watch.see(person("supervisor", role: "supervisor")), .none)
    expect(watch.see(person("ann")), .arrived)
}

@Test("who is named a supervisor during the call is a caller no longer")
func promoted() {
    var watch = CallerWatch()
    _ = watch.see(person("ann"))
    expect(watch.see(person("ann", role: "supervisor")), .left(mayReturn: false))
    expect(watch.see(person("ann", role: "supervisor")), .none)
}

@Test("when everybody who looked in without a microphone has gone there is no call; a broken connection is waited for")
func nobodyCalls() {
    var watch = CallerWatch()
    _ = watch.see(listener("ann"))
    _ = watch.see(listener("bob"))
    expect(watch.miss(listener("ann"), isReplaced: false), .none)
    expect(watch.miss(listener("bob", leaving: .signalClose), isReplaced: false), .none)
    _ = watch.see(listener("bob"))
    expect(watch.miss(listener("bob"), isReplaced: false), .left(mayReturn: false))
}

@Test("a crowd is bounded")
func crowd() {
    var watch = CallerWatch()
    for number in 0..<1000 { _ = watch.see(listener("p\(number)")) }
    expect(watch.see(person("late")), .none)
    expect(watch.see(person("p63")), .arrived)
}

@Test("only the caller's microphone is listened to")
func tracks() throws {
    var watch = CallerWatch()
    let (ann, supervisor) = (person("ann"), person("supervisor", role: "supervisor"))
    _ = watch.see(ann)
    let (voice, other) = (try #require(ann.tracks.first), try #require(supervisor.tracks.first))
    expect(watch.begin(other), false)
    expect(watch.begin(voice), true)
    expect(watch.begin(voice), false)
    watch.end(other)
    #expect(watch.track == "TR_ann")
    watch.end(voice)
    #expect(watch.track == nil)
}
