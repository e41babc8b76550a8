import Contract
import Room
import SwiftProtobuf
import Testing
import Timing

@Suite("Calls that we make") struct RPCCallTests {
    private let call = OutgoingRPC("greet", of: "ann", payload: "hello")

    private func stage() throws -> RoomStage {
        try RoomStage.connected(others: [People.someone("ann"), People.someone("bob")])
    }

    /// Makes the call, and lets it reach the server.
    private func make(_ call: OutgoingRPC, on stage: RoomStage) throws -> String {
        var id = ""
        try stage.act { id = try $0.performRPC(call, now: $1) }
        return id
    }

    private func codes(_ stage: RoomStage) -> [RPCError.Code?] {
        stage.callResults.map { if case .failure(let error) = $0 { error.code } else { nil } }
    }

    @Test("a call goes to its recipient, and its answer comes back with its id")
    func success() throws {
        let stage = try stage()
        let id = try make(call, on: stage)
        let packet = try #require(stage.sent().first)
        #expect(packet.destinationIdentities == ["ann"] && packet.rpcRequest.id == id && packet.sequence == 1)
        #expect(packet.rpcRequest.method == "greet" && packet.rpcRequest.payload == "hello")
        #expect(packet.rpcRequest.version == 1 && packet.rpcRequest.responseTimeoutMs == 15_000)
        try stage.data(DataPackets.acknowledgement(id))
        stage.run(for: .seconds(10))
        try stage.data(DataPackets.answer(id, "hello yourself"))
        stage.run(for: .seconds(20))
        #expect(stage.callResults == [.success("hello yourself")])
    }

    @Test("an error comes with its code, message and data; one too long is cut")
    func failure() throws {
        let stage = try stage()
        let id = try make(call, on: stage)
        try stage.data(DataPackets.error(id, 1500, String(repeating: "é", count: 200)))
        #expect(stage.callResults == [.failure(RPCError(.applicationError, String(repeating: "é", count: 128)))])
    }

    @Test("without an acknowledgement the call fails after 7 s")
    func noAcknowledgement() throws {
        let stage = try stage()
        _ = try make(call, on: stage)
        stage.run(for: .milliseconds(6700))
        #expect(stage.callResults.isEmpty)
        stage.run(for: .milliseconds(200))
        #expect(codes(stage) == [.connectionTimeout])
    }

    @Test("with an acknowledgement the call fails after its own time")
    func noAnswer() throws {
        let stage = try stage()
        let id = try make(call, on: stage)
        try stage.data(DataPackets.acknowledgement(id))
        stage.run(for: .milliseconds(14_600))
        #expect(stage.callResults.isEmpty)
        stage.run(for: .milliseconds(200))
        #expect(codes(stage) == [.responseTimeout])
        try stage.data(DataPackets.answer(id, "too late"))
        #expect(stage.callResults.count == 1)
    }

    @Test("a caller in a hurry gives up at its time, and leaves the recipient 8 s")
    func hurry() throws {
        let stage = try stage()
        _ = try make(OutgoingRPC("m", of: "ann", timeout: .seconds(2)), on: stage)
        #expect(stage.sent().first?.rpcRequest.responseTimeoutMs == 8000)
        stage.run(for: .seconds(2))
        #expect(codes(stage) == [.responseTimeout])
    }

    @Test("only the recipient can acknowledge or answer")
    func impostor() throws {
        let stage = try stage()
        let id = try make(call, on: stage)
        try stage.data(DataPackets.acknowledgement(id, from: "bob"))
        try stage.data(DataPackets.answer(id, "forged", from: "bob"))
        stage.run(for: .seconds(8))
        #expect(codes(stage) == [.connectionTimeout])
    }

    @Test("a call fails when its recipient leaves; a call of somebody else goes on")
    func recipientLeaves() throws {
        let stage = try stage()
        _ = try make(call, on: stage)
        let other = try make(OutgoingRPC("m", of: "bob"), on: stage)
        stage.update(People.gone("ann"))
        #expect(codes(stage) == [.recipientDisconnected])
        try stage.data(DataPackets.answer(other, "here", from: "bob"))
        #expect(stage.callResults.last == .success("here"))
    }

    @Test("calls fail when the connection is made anew, and when we leave", arguments: [false, true])
    func reconnection(leaves: Bool) throws {
        let stage = try stage()
        _ = try make(call, on: stage)
        if leaves {
            stage.act { $0.leave(now: $1) }
        } else {
            stage.signal(.leave(.with { ($0.action, $0.canReconnect) = (.reconnect, true) }))
        }
        #expect(codes(stage) == [.recipientDisconnected])
    }

    @Test("what cannot be a call is refused at once")
    func refusals() throws {
        let stage = try stage()
        #expect(throws: RPCError(.recipientNotFound)) {
            try stage.room.performRPC(OutgoingRPC("m", of: "nobody"), now: stage.now)
        }
        let large = OutgoingRPC("m", of: "ann", payload: String(repeating: "x", count: 15_361))
        #expect(throws: RPCError(.requestTooLarge)) { try stage.room.performRPC(large, now: stage.now) }
        for _ in 0..<64 { _ = try stage.room.performRPC(call, now: stage.now) }
        #expect { try stage.room.performRPC(call, now: stage.now) } throws: { ($0 as? RPCError)?.code == .sendFailed }
    }
}
