import Contract
import SwiftProtobuf
import Testing

@Suite("Frames of a real server")
struct CapturedFramesTests {
    @Test("a join tells room, participant, servers and timers")
    func join() throws {
        let message = try Livekit_SignalResponse(serializedBytes: CapturedFrames.join)
        #expect(message.join.room.name == "r")
        #expect(SID.kind(of: message.join.room.sid) == .room)
        #expect(SID.kind(of: message.join.participant.sid) == .participant)
        #expect(message.join.participant.permission.canPublish)
        #expect(message.join.pingInterval == 5)
        #expect(message.join.pingTimeout == 15)
        #expect(message.join.serverInfo.agentProtocol == 1)
        #expect(message.join.iceServers.first?.urls.isEmpty == false)
        #expect(!message.join.subscriberPrimary)
    }

    @Test("a published microphone is acknowledged under the client's own id")
    func trackPublished() throws {
        let published = try Livekit_SignalResponse(serializedBytes: CapturedFrames.trackPublished).trackPublished
        #expect(published.track.source == .microphone)
        #expect(published.track.codecs.first?.cid == published.cid)
        #expect(published.track.sid.hasPrefix("TR_AM"))
        #expect(published.track.mimeType.isEmpty)
    }

    @Test("a request for media sections counts even when it asks for none")
    func mediaSections() throws {
        let message = try Livekit_SignalResponse(serializedBytes: CapturedFrames.mediaSections)
        guard case .mediaSectionsRequirement(let requirement) = message.message else {
            Issue.record("decoded as \(String(describing: message.message))")
            return
        }
        #expect(requirement.numAudios == 0)
        #expect(requirement.numVideos == 0)
    }

    @Test("attributes accepted come back with their request")
    func requestResponse() throws {
        let response = try Livekit_SignalResponse(serializedBytes: CapturedFrames.requestResponse).requestResponse
        #expect(response.requestID == 1)
        #expect(response.reason == .ok)
        #expect(response.updateMetadata.attributes == ["lk.agent.state": "listening"])
    }

    @Test("speakers are named by session with a level between 0 and 1")
    func speakers() throws {
        let speaker = try #require(
            try Livekit_SignalResponse(serializedBytes: CapturedFrames.speakers).speakersChanged.speakers.first)
        #expect(speaker.active)
        #expect((0...1).contains(speaker.level))
    }

    @Test("a job offer carries its room, its dispatch and the worker it was offered to")
    func availability() throws {
        let job = try Livekit_ServerMessage(serializedBytes: CapturedFrames.availability).availability.job
        #expect(SID.kind(of: job.id) == .job)
        #expect(SID.kind(of: job.dispatchID) == .dispatch)
        #expect(job.room.name == "r")
        #expect(job.state.status == .jsRunning)
        #expect(SID.kind(of: job.state.workerID) == .worker)
        #expect(!job.hasParticipant)
    }

    @Test("every captured frame is written again byte for byte", arguments: CapturedFrames.signals)
    func writtenAgain(_ frame: [UInt8]) throws {
        let message = try Livekit_SignalResponse(serializedBytes: frame)
        #expect(message.message != nil)
        #expect(try Livekit_SignalResponse(serializedBytes: message.serializedBytes() as [UInt8]) == message)
        #expect(try (message.serializedBytes() as [UInt8]).count == frame.count)
    }

    @Test("a worker's answer says the identity it will join under")
    func available() throws {
        let answer = try Livekit_WorkerMessage(serializedBytes: CapturedFrames.available).availability
        #expect(answer.available)
        #expect(answer.participantIdentity == "agent-" + answer.jobID)
        #expect(answer.participantAttributes == ["lk.agent.name": ""])
    }
}
