import Audio
import Client
import Conversation
import Document
import Foundation
import Logging
import NIOCore
import NIOPosix
import Room
import Secure
import Transport

/// One call from its first packet to its last, reported on standard output.
struct PlacedCall: Sendable {
    let plan: CallPlan
    let target: CallTarget
    let isJSON: Bool
    let logger: Logger

    /// Returns when every line was answered; throws otherwise.
    /// - Returns: what was heard, at `ScriptLine.rate`.
    func run(keep: @Sendable ([Int16]) throws -> Void) async throws {
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let sockets: RoomSockets
        do {
            sockets = try await RoomSockets.bind(
                on: loop, for: target.server, interfaces: InterfaceFilter(ProcessInfo.processInfo.environment))
        } catch {
            throw CommandFailure(.failed, "no UDP socket could be opened: \(error).")
        }
        let (events, report) = AsyncStream<TimedEvent>.makeStream()
        let caller = try Caller(plan, on: loop, logger: logger, report: report)
        let signals = SignalWatch { Task { await caller.hangUp() } }
        defer { signals.stop() }
        await caller.call(target, sockets: sockets, certificate: try Certificate.selfSigned())
        var ending: CallEnding?
        for await event in events {
            if case .ended(let reason, _, _) = event.event { ending = reason }
            if isJSON { Console.print(event.json.text) } else if let text = event.text { Console.print(text) }
        }
        try keep(await caller.recording)
        try await judge(caller, ending)
    }

    private func judge(_ caller: Caller, _ ending: CallEnding?) async throws {
        if let failure = await caller.failure, await !caller.hasJoined { throw CommandFailure(joining: failure) }
        let isComplete = await caller.isComplete
        switch ending {
        case .notJoined?: throw CommandFailure(.unreachable, "\(CallEnding.notJoined.sentence).")
        case .interrupted?: throw CommandFailure(.failed, "the call was interrupted.")
        case let ending? where !isComplete: throw CommandFailure(.failed, "the call failed: \(ending.sentence).")
        default: break
        }
    }
}
