import Contract
import Room
import SwiftProtobuf
import Testing
import Timing

@Suite("Calls that others make") struct RPCRequestTests {
    /// What went back to the caller, in order.
    private enum Return: Hashable {
        case acknowledgement(String)
        case payload(String, String)
        case error(String, UInt32)
    }

    private func stage() throws -> RoomStage {
        let stage = try RoomStage.connected(others: [People.someone("ann")])
        stage.act { room, _ in room.registerRPC("greet") }
        return stage
    }

    private func returns(_ stage: RoomStage) -> [Return] {
        stage.sent().compactMap { packet in
            switch packet.value {
            case .rpcAck(let ack): .acknowledgement(ack.requestID)
            case .rpcResponse(let response):
                switch response.value {
                case .payload(let payload): .payload(response.requestID, payload)
                case .error(let error): .error(response.requestID, error.code)
                default: nil
                }
            default: nil
            }
        }
    }

    @Test("a call is acknowledged at once and answered when its owner answers, to the caller alone")
    func success() throws {
        let stage = try stage()
        try stage.data(DataPackets.call("1", "greet", payload: "hello"))
        #expect(returns(stage) == [.acknowledgement("1")])
        let request = try #require(stage.calls.first)
        #expect(request.method == "greet" && request.payload == "hello" && request.callerIdentity == "ann")
        stage.run(for: .seconds(3))
        try stage.act { try $0.respond(to: request, with: .success("hi"), now: $1) }
        #expect(returns(stage) == [.acknowledgement("1"), .payload("1", "hi")])
        #expect(stage.sent().allSatisfy { $0.destinationIdentities == ["ann"] && $0.sequence > 0 })
    }

    @Test("an error is answered with its code, message and data")
    func failure() throws {
        let stage = try stage()
        try stage.data(DataPackets.call("1", "greet"))
        let request = try #require(stage.calls.first)
        let error = RPCError(.init(rawValue: 42), "no such table", data: "{}")
        try stage.act { try $0.respond(to: request, with: .failure(error), now: $1) }
        let answer = try #require(stage.sent().last?.rpcResponse.error)
        #expect(answer.code == 42 && answer.message == "no such table" && answer.data == "{}")
    }

    @Test("a method that nobody registered, or not any more, is refused with 1400")
    func unsupported() throws {
        let stage = try stage()
        try stage.data(DataPackets.call("1", "other"))
        stage.act { room, _ in room.unregisterRPC("greet") }
        try stage.data(DataPackets.call("2", "greet"))
        #expect(
            returns(stage) == [.acknowledgement("1"), .error("1", 1400), .acknowledgement("2"), .error("2", 1400)])
        #expect(stage.calls.isEmpty)
    }

    @Test("another version is refused with 1404, a payload too large with 1402")
    func malformed() throws {
        let stage = try stage()
        try stage.data(DataPackets.call("1", "greet", version: 2))
        try stage.data(DataPackets.call("2", "greet", payload: String(repeating: "x", count: 15_361)))
        stage.run(for: .seconds(1))
        #expect(returns(stage).contains(.error("1", 1404)) && returns(stage).contains(.error("2", 1402)))
        #expect(stage.calls.isEmpty)
    }

    @Test("an answer too large becomes the error 1504")
    func largeAnswer() throws {
        let stage = try stage()
        try stage.data(DataPackets.call("1", "greet"))
        let request = try #require(stage.calls.first)
        let payload = String(repeating: "x", count: 15_361)
        try stage.act { try $0.respond(to: request, with: .success(payload), now: $1) }
        #expect(returns(stage).last == .error("1", 1504))
    }

    @Test("a second answer, and one after the caller's time, are not sent")
    func late() throws {
        let stage = try stage()
        for id in ["1", "2"] { try stage.data(DataPackets.call(id, "greet")) }
        let requests = stage.calls
        for _ in 0..<2 { try stage.act { try $0.respond(to: requests[0], with: .success("a"), now: $1) } }
        stage.run(for: .seconds(8))
        try stage.act { try $0.respond(to: requests[1], with: .success("b"), now: $1) }
        #expect(returns(stage).last == .payload("1", "a") && returns(stage).count == 3)
    }

    @Test("a call repeated under the same id is acknowledged, and told once")
    func repeated() throws {
        let stage = try stage()
        for _ in 0..<2 { try stage.data(DataPackets.call("1", "greet")) }
        #expect(stage.calls.count == 1 && returns(stage) == [.acknowledgement("1"), .acknowledgement("1")])
    }

    @Test("beyond 64 calls at once new ones are refused, until time has passed")
    func tooMany() throws {
        let stage = try stage()
        for id in 0...64 {
            var packet = DataPackets.call("\(id)", "greet")
            packet.rpcRequest.responseTimeoutMs = 60_000
            try stage.data(packet)
        }
        #expect(stage.calls.count == 64 && returns(stage).last == .error("64", 1500))
        stage.run(for: .seconds(60))
        try stage.data(DataPackets.call("more", "greet"))
        #expect(stage.calls.count == 65)
    }

    @Test("nobody is answered who has left")
    func callerLeaves() throws {
        let stage = try stage()
        try stage.data(DataPackets.call("1", "greet"))
        let request = try #require(stage.calls.first)
        stage.update(People.gone("ann"))
        try stage.act { try $0.respond(to: request, with: .success("a"), now: $1) }
        #expect(returns(stage) == [.acknowledgement("1")])
    }

    @Test("methods stay registered when the connection is made anew")
    func reconnection() throws {
        let stage = try stage()
        stage.signal(.leave(.with { ($0.action, $0.canReconnect) = (.reconnect, true) }))
        stage.run(for: .milliseconds(300))
        stage.join(others: [People.someone("ann")])
        try stage.answer()
        stage.run(for: .seconds(1))
        try stage.data(DataPackets.call("1", "greet"))
        #expect(stage.calls.count == 1)
    }
}
