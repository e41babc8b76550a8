import Contract
import Room
import Session
import SwiftProtobuf
import Testing

private func person(
    _ identity: String, sid: String = "PA_1", kind: Livekit_ParticipantInfo.Kind = .standard,
    leaving reason: Livekit_DisconnectReason = .unknownReason
) -> Participant {
    Participant(
        .with {
            $0.sid = sid
            $0.identity = identity
            $0.kind = kind
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
private func listener(_ identity: String) -> Participant {
    Participant(
        .with {
            $0.sid = "PA_1"
            $0.identity = identity
        })
}

/// A mutating call cannot stand in `#expect` itself.
private func expect<Value: Equatable>(
    _ value: Value, _ expected: Value, at location: SourceLocation = #_sourceLocation
) {
    #expect(value == expected, sourceLocation: location)
}

@Test("the caller is the first ordinary participant with a microphone")
func firstWithMicrophone() {
    var watch = CallerWatch()
    expect(watch.see(person("agent", kind: .agent)), .none)
    expect(watch.see(person("recorder", kind: .egress)), .none)
    expect(watch.see(listener("listener")), .none)
    expect(watch.see(person("ann")), .arrived)
    expect(watch.see(person("supervisor")), .none)
    #expect(watch.identity == "ann")
}

@Test("a caller who opens the microphone later arrives then, once")
func lateMicrophone() {
    var watch = CallerWatch()
    expect(watch.see(listener("ann")), .none)
    expect(watch.see(person("ann")), .arrived)
    expect(watch.see(person("ann")), .none)
}

@Test("only the caller's leaving counts, and it is final unless the connection broke")
func leaving() {
    var watch = CallerWatch()
    _ = watch.see(person("ann"))
    _ = watch.see(person("supervisor"))
    expect(watch.miss(person("supervisor"), isReplaced: false), .none)
    expect(watch.miss(person("ann", leaving: .clientInitiated), isReplaced: false), .left(mayReturn: false))
    expect(watch.miss(person("ann"), isReplaced: false), .none)
}

@Test("a caller whose connection broke is the caller again; nobody else takes the place", arguments: [true, false])
func returning(isReplaced: Bool) {
    var watch = CallerWatch()
    _ = watch.see(person("ann"))
    let reason: Livekit_DisconnectReason = isReplaced ? .unknownReason : .signalClose
    expect(watch.miss(person("ann", leaving: reason), isReplaced: isReplaced), .left(mayReturn: true))
    expect(watch.see(person("supervisor")), .none)
    expect(watch.see(person("ann", sid: "PA_2")), .arrived)
}

@Test("only the caller's microphone is listened to")
func tracks() throws {
    var watch = CallerWatch()
    let (ann, supervisor) = (person("ann"), person("supervisor"))
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
