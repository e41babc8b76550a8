import Contract
import Room
import Session
import SwiftProtobuf
import Testing

@Suite("The people who talk in the agent's place")
struct AttendanceTests {
    private func info(_ identity: String, role: String?, attachment: String?, isHidden: Bool = false)
        -> Livekit_ParticipantInfo
    {
        .with {
            $0.sid = "PA_\(identity)"
            $0.identity = identity
            $0.attributes["parley.role"] = role
            $0.attributes["parley.attachment"] = attachment
            $0.permission.hidden = isHidden
        }
    }

    private func track(of identity: String, _ sid: String, source: Livekit_TrackSource = .microphone) -> RemoteTrack? {
        var info = info(identity, role: nil, attachment: nil)
        info.tracks = [
            .with {
                $0.sid = sid
                $0.type = .audio
                $0.source = source
            }
        ]
        return Participant(info).tracks.first
    }

    @Test("those whose token names a role and an attachment are listened to", arguments: ["supervisor", "operator"])
    func listened(role: String) throws {
        var attendance = Attendance()
        attendance.see(Participant(info("sue", role: role, attachment: "att_1")))
        let voice = try #require(track(of: "sue", "TR_1"))
        let begun = attendance.begin(voice)
        #expect(begun?.attachment == "att_1" && attendance.identity(of: "att_1") == "sue")
        let again = attendance.begin(voice)
        #expect(again == nil)
        let ended = attendance.end(voice)
        #expect(ended?.attachment == "att_1")
        let twice = attendance.end(voice)
        #expect(twice == nil)
    }

    @Test("callers, those who hide, and those without an attachment are not")
    func others() throws {
        let people = [
            info("a", role: nil, attachment: "att_1"), info("b", role: "caller", attachment: "att_1"),
            info("c", role: "supervisor", attachment: nil), info("d", role: "supervisor", attachment: ""),
            info("e", role: "supervisor", attachment: "att_1", isHidden: true),
        ]
        for one in people {
            var attendance = Attendance()
            attendance.see(Participant(one))
            let begun = attendance.begin(try #require(track(of: one.identity, "TR_1")))
            #expect(begun == nil && attendance.attendants.isEmpty)
        }
    }

    @Test("only a microphone is a voice")
    func microphone() throws {
        var attendance = Attendance()
        attendance.see(Participant(info("sue", role: "operator", attachment: "att_1")))
        let begun = attendance.begin(try #require(track(of: "sue", "TR_1", source: .screenShareAudio)))
        #expect(begun == nil)
    }

    @Test("who leaves takes the voice along; who had none leaves nothing")
    func leaving() throws {
        var attendance = Attendance()
        let sue = Participant(info("sue", role: "operator", attachment: "att_1"))
        attendance.see(sue)
        let silent = attendance.miss(sue)
        #expect(silent == nil)
        attendance.see(sue)
        _ = attendance.begin(try #require(track(of: "sue", "TR_1")))
        let gone = attendance.miss(sue)
        #expect(gone?.attachment == "att_1" && attendance.identity(of: "att_1") == nil)
    }

    @Test("of a crowd the first eight are listened to")
    func crowd() {
        var attendance = Attendance()
        for index in 0..<20 {
            attendance.see(Participant(info("p\(index)", role: "supervisor", attachment: "att_\(index)")))
        }
        #expect(attendance.attendants.count == 8)
    }
}
