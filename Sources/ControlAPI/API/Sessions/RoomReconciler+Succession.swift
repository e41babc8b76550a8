import Conversation
package import Foundation
import Logging
import Store
import Supervision

extension RoomReconciler {
    /// Sends another agent to the calls of workers that have died; returns their sessions.
    ///
    /// A LiveKit server does not do so by itself: it forgets the jobs of a worker whose socket is gone. Of several processes that
    /// look, the one that ended the dead worker's holding asks for the next.
    @discardableResult
    package func succeed(now: Date) async -> [String] {
        do {
            let lost = try await sessions.exchange.workers.lost(now: now).subtracting(buried)
            guard !lost.isEmpty else { return [] }
            var orphans: [String: String] = [:]
            for call in try await liveCalls() {
                let isOrphan = try? await sessions.exchange.holdings.bury(call.summary.id, now: now)
                if isOrphan == true { orphans[call.summary.id] = call.summary.room ?? call.summary.id }
            }
            if buried.count > Self.memory { buried = [] }
            buried.formUnion(lost)
            return await callAgents(to: orphans)
        } catch {
            logger.debug("workers not watched", metadata: ["error": "\(error)"])
            return []
        }
    }

    private func callAgents(to orphans: [String: String]) async -> [String] {
        guard !orphans.isEmpty else { return [] }
        try? await Task.sleep(for: Self.succession)
        var called: [String] = []
        for (session, room) in orphans {
            do {
                guard try await !sessions.isHeld(session, now: Date()), try await rooms.rooms().contains(room) else {
                    continue
                }
                try await rooms.callAgent(to: room)
                logger.notice("another agent is called, a worker has died", metadata: ["session": "\(session)"])
                called.append(session)
            } catch {
                logger.error(
                    "no other agent can be called", metadata: ["session": "\(session)", "error": "\(error)"])
            }
        }
        return called
    }
}
