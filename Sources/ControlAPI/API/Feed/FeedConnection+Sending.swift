import Conversation
import Document
import NIOCore
import NIOWebSocket
import ServiceLifecycle
import Store

extension FeedConnection {
    /// The first reason to stop sending.
    func send(_ outbound: Outbound) async -> FeedEnding {
        await withTaskGroup(of: FeedEnding?.self) { tasks in
            tasks.addTask { await pump(outbound) }
            tasks.addTask { await beat(outbound) }
            tasks.addTask { await watch() }
            tasks.addTask { await violations.stream.first { _ in true } }
            tasks.addTask {
                // Returns when the service shuts down; throws when this feed ended first.
                (try? await gracefulShutdown()).map { .shutdown }
            }
            for await ending in tasks {
                guard let ending else { continue }
                tasks.cancelAll()
                return ending
            }
            return .left
        }
    }

    /// Writes one text frame; waits while the client's connection is full.
    func write(_ text: String, _ outbound: Outbound) async throws {
        try await write(WebSocketFrame(text: text), outbound)
    }

    func write(_ frame: WebSocketFrame, _ outbound: Outbound) async throws {
        meter.begin()
        defer { meter.end() }
        try await outbound.write(frame)
    }

    /// The backlog and what follows. A heartbeat goes first: the subscription stands when it is seen.
    private func pump(_ outbound: Outbound) async -> FeedEnding? {
        do {
            guard let events = try await source.events(in: sessions) else { return .noSession }
            try await write(Self.heartbeat, outbound)
            for await logged in events {
                guard let frame = source.frame(for: logged) else { continue }
                try await write(frame, outbound)
            }
            return Task.isCancelled ? nil : .tooSlow
        } catch {
            return Task.isCancelled ? nil : .left
        }
    }

    private func beat(_ outbound: Outbound) async -> FeedEnding? {
        do {
            while true {
                try await Task.sleep(for: timings.heartbeat)
                try await write(Self.heartbeat, outbound)
                try await write(WebSocketFrame(fin: true, opcode: .ping, data: ByteBuffer()), outbound)
            }
        } catch {
            return Task.isCancelled ? nil : .left
        }
    }

    /// Ends the feed of a client that neither reads nor speaks.
    private func watch() async -> FeedEnding? {
        let step = min(timings.writePatience, timings.silence, .seconds(4)) / 4
        while true {
            guard (try? await Task.sleep(for: step)) != nil else { return nil }
            if meter.stalled > timings.writePatience { return .tooSlow }
            if heard.ago > timings.silence { return .silent }
        }
    }

    private static let heartbeat = #"{"type":"heartbeat"}"#
}
