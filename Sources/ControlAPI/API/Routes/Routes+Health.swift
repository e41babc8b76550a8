import Conversation
import Document
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Store

extension Routes {
    /// `GET /health`: 200 while the session store answers, 503 when it does not.
    func addHealth(to endpoints: inout Endpoints) {
        endpoints.on(.get, "/health") { _, _ in
            let live = try? await sessions.store.summaries(now: Date()).count(where: \.isLive)
            let isHealthy = live != nil
            return Response(
                json: [
                    "status": .string(isHealthy ? "healthy" : "unhealthy"),
                    "database": .string(isHealthy ? "healthy" : "unhealthy"),
                    "livekit": .string(configuration.voice == nil ? "not configured" : "configured"),
                    "sessions": .int(live ?? 0),
                ], status: isHealthy ? .ok : .serviceUnavailable)
        }
    }
}
